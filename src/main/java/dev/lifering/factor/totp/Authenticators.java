package dev.lifering.factor.totp;

import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** The authenticator apps in use. Changing calls join the transaction of their use case. */
@ApplicationScoped
public class Authenticators {
    private final AuthenticatorRows rows;

    Authenticators(AuthenticatorRows rows) {
        this.rows = rows;
    }

    /** The person's authenticators, oldest first. */
    public List<Authenticator> of(Person person) {
        return rows.of(person.id()).stream()
                .map(AuthenticatorEntity::toAuthenticator)
                .toList();
    }

    public long count(Person person) {
        return rows.countOf(person.id());
    }

    /** How many each of these persons has, by their ids; nothing is said of those who have none. */
    public Map<String, Long> count(Collection<Person> persons) {
        return persons.isEmpty()
                ? Map.of()
                : rows.countByUser(persons.stream().map(Person::id).toList());
    }

    /** What the latest wrong codes of the person say of the clock of a device, until its next good code. */
    public Optional<ClockHint> clock(Person person) {
        return Optional.ofNullable(clocks(List.of(person)).get(person.id()));
    }

    /** The same for several, by their ids; nothing is said of those whose clocks are not in question. */
    public Map<String, ClockHint> clocks(Collection<Person> persons) {
        var latest = new HashMap<String, ClockHint>();
        for (AuthenticatorEntity app :
                rows.withClockHint(persons.stream().map(Person::id).toList())) {
            app.clockHint()
                    .ifPresent(hint -> latest.merge(
                            app.userId, hint, BinaryOperator.maxBy(Comparator.comparing(ClockHint::seenAt))));
        }
        return latest;
    }

    /** One of the person's authenticators, or the refusal {@code not-found}. */
    public Authenticator one(Person person, UUID id) {
        return row(person, id).toAuthenticator();
    }

    @Transactional(TxType.MANDATORY)
    public Authenticator add(Person person, NewAuthenticator confirmed, Instant now) {
        var row = new AuthenticatorEntity();
        row.id = confirmed.id();
        row.userId = person.id();
        row.label = confirmed.label();
        row.sealedSecret = confirmed.secret().jwe();
        row.secretKeyId = confirmed.secret().keyId();
        row.algorithm = confirmed.parameters().algorithm();
        row.digits = confirmed.parameters().digits();
        row.periodSeconds = Math.toIntExact(confirmed.parameters().period().toSeconds());
        row.lastStep = confirmed.burntStep();
        row.createdAt = now;
        row.lastUsedAt = now;
        rows.persist(row);
        return row.toAuthenticator();
    }

    @Transactional(TxType.MANDATORY)
    public Authenticator rename(Person person, UUID id, String label) {
        AuthenticatorEntity row = row(person, id);
        // The code that paid for it may have been the app's own, which changed the row.
        rows.refresh(row);
        row.label = label;
        return row.toAuthenticator();
    }

    /** Removes it with its secret. */
    @Transactional(TxType.MANDATORY)
    public void remove(Person person, UUID id) {
        rows.delete(row(person, id));
    }

    @Transactional(TxType.MANDATORY)
    public void removeAll(Person person) {
        rows.deleteOf(person.id());
    }

    /** Rule R6: takes all of them out of use; until {@link #erase} they can come back. */
    @Transactional(TxType.MANDATORY)
    public void disable(Person person, UUID reset) {
        rows.disable(person.id(), reset);
    }

    /** Rule R8: in place of what the person has now, what the reset disabled. Says how many that was. */
    @Transactional(TxType.MANDATORY)
    public int restore(Person person, UUID reset) {
        rows.deleteOf(person.id());
        return rows.enable(reset);
    }

    /** Erases what the reset disabled. */
    @Transactional(TxType.MANDATORY)
    public void erase(UUID reset) {
        rows.deleteDisabledBy(reset);
    }

    private AuthenticatorEntity row(Person person, UUID id) {
        return rows.one(person.id(), id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No authenticator of yours has this id."));
    }
}

package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Ids;
import dev.lifering.directory.Person;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sets of a person. Changing calls join the transaction of their use case, which holds the person's standing. */
@ApplicationScoped
public class BackupCodeSets {
    /** Rule B4: how long a new set waits for its acknowledgement. */
    public static final Duration PENDING_LIFETIME = Duration.ofMinutes(30);

    private final BackupCodeSetRows sets;
    private final BackupCodeRows codes;
    private final CodePrinter printer;
    private final Ids ids;
    private final MeterRegistry metrics;

    BackupCodeSets(BackupCodeSetRows sets, BackupCodeRows codes, CodePrinter printer, Ids ids, MeterRegistry metrics) {
        this.sets = sets;
        this.codes = codes;
        this.printer = printer;
        this.ids = ids;
        this.metrics = metrics;
    }

    /** Issues a pending set in place of one that still waits. The active set stays as it is. */
    @Transactional(TxType.MANDATORY)
    public IssuedCodes issue(Person person, int count, Instant now) {
        endAll(person, SetState.PENDING, SetState.REPLACED, now);
        var set = new BackupCodeSetEntity();
        set.id = ids.next();
        set.userId = person.id();
        set.label = printer.label();
        set.state = SetState.PENDING;
        set.createdAt = now;
        set.expiresAt = now.plus(PENDING_LIFETIME);
        sets.persist(set);
        List<BackupCode> drawn = printer.draw(count);
        drawn.forEach(code -> codes.persist(printer.row(set.id, code)));
        metrics.counter("lifering.backup.codes", "event", "issued").increment(count);
        return new IssuedCodes(
                set.id, set.label, drawn.stream().map(CodePrinter::shown).toList(), set.expiresAt);
    }

    /**
     * Makes a pending set the active one; the one before is replaced and its codes erased.
     *
     * @return false when the set does not wait for it (any more)
     */
    @Transactional(TxType.MANDATORY)
    public boolean acknowledge(Person person, UUID setId, Instant now) {
        if (!isPending(person, setId, now)) {
            return false;
        }
        // The database allows one active set per user, so the old one goes first, in the same transaction.
        endAll(person, SetState.ACTIVE, SetState.REPLACED, now);
        if (!sets.activate(person.id(), setId, now)) {
            throw new IllegalStateException("the set was acknowledged in spite of the lock on its user");
        }
        return true;
    }

    /** Whether the set waits for its acknowledgement. */
    public boolean isPending(Person person, UUID setId, Instant now) {
        return sets.one(person.id(), setId)
                .filter(set -> set.state == SetState.PENDING && now.isBefore(set.expiresAt))
                .isPresent();
    }

    /** Whether the person has, or had, a set with this id. */
    public boolean exists(Person person, UUID setId) {
        return sets.one(person.id(), setId).isPresent();
    }

    /** The public label of a set of the person. */
    public Optional<String> label(Person person, UUID setId) {
        return sets.one(person.id(), setId).map(set -> set.label);
    }

    /** What is left of the active set, if there is one. */
    public Optional<BackupCodes> left(Person person) {
        return sets.active(person.id())
                .map(set -> BackupCodes.left(set.label, codes.unspent(set.id), set.scheme != null));
    }

    /** The same for several, by their ids; nothing is said of those who have no active set. */
    public Map<String, BackupCodes> left(Collection<Person> persons) {
        return persons.isEmpty()
                ? Map.of()
                : sets.leftByUser(persons.stream().map(Person::id).toList());
    }

    /** Ends every set of the person, active or pending. */
    @Transactional(TxType.MANDATORY)
    public void revokeAll(Person person, Instant now) {
        endAll(person, SetState.ACTIVE, SetState.REVOKED, now);
        endAll(person, SetState.PENDING, SetState.REVOKED, now);
    }

    /** Ends a set that nobody will acknowledge, because what it came with was given up. */
    @Transactional(TxType.MANDATORY)
    public void withdraw(UUID setId, Instant now) {
        end(setId, SetState.REVOKED, now);
    }

    /** Whether a set of the person waits for its acknowledgement. */
    public boolean awaitsAcknowledgement(Person person, Instant now) {
        return sets.inState(person.id(), SetState.PENDING).stream().anyMatch(set -> now.isBefore(set.expiresAt));
    }

    /** Rule R6: revokes every set; the unspent codes of the active one are kept for an undo. */
    @Transactional(TxType.MANDATORY)
    public void revokeAndKeep(Person person, UUID reset, Instant now) {
        sets.keep(person.id(), reset, now);
        endAll(person, SetState.PENDING, SetState.REVOKED, now);
    }

    /** Rule R8: in place of what the person has now, the set that was kept for the reset. */
    @Transactional(TxType.MANDATORY)
    public void restore(Person person, UUID reset, Instant now) {
        revokeAll(person, now);
        sets.restore(reset);
    }

    /** Erases the codes that were kept for the reset. */
    @Transactional(TxType.MANDATORY)
    public void erase(UUID reset) {
        sets.keptFor(reset).forEach(set -> codes.eraseCodesOf(set.id));
    }

    /** Ends up to {@code limit} sets that nobody acknowledged in time, and erases their codes. Says how many it was. */
    @Transactional
    public int endOverdue(Instant now, int limit) {
        List<BackupCodeSetEntity> overdue = sets.overdue(now, limit);
        overdue.forEach(set -> end(set.id, SetState.REVOKED, now));
        return overdue.size();
    }

    private void endAll(Person person, SetState from, SetState to, Instant now) {
        sets.inState(person.id(), from).forEach(set -> end(set.id, to, now));
    }

    private void end(UUID setId, SetState state, Instant now) {
        sets.end(setId, state, now);
        codes.eraseCodesOf(setId);
    }
}

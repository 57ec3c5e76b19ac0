package dev.lifering.mail;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.Sealed;
import dev.lifering.directory.Person;
import dev.lifering.mail.Delivery.State;
import dev.lifering.work.Agenda;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where mails wait to be sent. A mail is kept exactly when the change is kept that it tells of. */
@ApplicationScoped
public class Outbox {
    /** How long delivery is tried. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final LetterWriter writer;
    private final Envelopes envelopes;
    private final MailRows rows;
    private final Agenda agenda;
    private final Ids ids;

    Outbox(LetterWriter writer, Envelopes envelopes, MailRows rows, Agenda agenda, Ids ids) {
        this.writer = writer;
        this.envelopes = envelopes;
        this.rows = rows;
        this.agenda = agenda;
        this.ids = ids;
    }

    /**
     * Has the letter sent to the person, right after the surrounding transaction commits, and again and again for up to 24
     * hours while the mail server does not take it.
     *
     * @return the id of the mail; empty for a person without an address
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> send(Person to, Letter letter, Instant now) {
        return Optional.ofNullable(to.email()).map(email -> {
            var mail = new MailEntity();
            mail.id = ids.next();
            mail.userId = to.id();
            mail.kind = letter.kind();
            mail.state = State.QUEUED;
            Sealed sealed = envelopes.seal(mail.id, writer.write(to, email, letter));
            mail.sealedPayload = sealed.jwe();
            mail.payloadKeyId = sealed.keyId();
            mail.createdAt = now;
            mail.giveUpAt = letter instanceof Letter.RecoveryLink link ? link.expiresAt() : now.plus(PATIENCE);
            rows.persist(mail);
            agenda.add(MailDelivery.NAME, mail.id, now);
            return mail.id;
        });
    }

    /** The ids of those among these persons to whom the latest mail could not be delivered. */
    public Set<String> unreachable(Collection<Person> persons) {
        return persons.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        rows.whoseLatestFailed(persons.stream().map(Person::id).toList()));
    }

    /** How far these mails have come; those that ended long ago are not known any more. */
    public Map<UUID, Delivery> deliveries(Collection<UUID> mails) {
        return rows.all(mails).stream()
                .map(MailEntity::toDelivery)
                .collect(Collectors.toMap(Delivery::mail, Function.identity()));
    }
}

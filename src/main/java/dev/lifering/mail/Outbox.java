package dev.lifering.mail;

import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where mails wait to be sent. */
@ApplicationScoped
public class Outbox {

    /**
     * Has the letter sent to the person, exactly when the surrounding transaction commits.
     *
     * @return the id of the mail; empty for a person without an address
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> send(Person to, Letter letter, Instant now) {
        return Optional.empty();
    }

    /** How far these mails have come. */
    public Map<UUID, Delivery> deliveries(Collection<UUID> mails) {
        return Map.of();
    }
}

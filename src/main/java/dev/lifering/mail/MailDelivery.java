package dev.lifering.mail;

import dev.lifering.work.OneTimeWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Delivers one mail: looked up in one transaction, sent outside of any, noted in another. */
@ApplicationScoped
class MailDelivery implements OneTimeWork {
    static final String NAME = "mail";
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    private final DeliveryService deliveries;
    private final Postman postman;
    private final SecureRandom random;
    private final InstantSource clock;

    MailDelivery(DeliveryService deliveries, Postman postman, SecureRandom random, InstantSource clock) {
        this.deliveries = deliveries;
        this.postman = postman;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(UUID id) {
        return deliveries.waiting(id).flatMap(mail -> deliver(mail, clock.instant()));
    }

    @SuppressWarnings("IllegalCatch") // whatever the mail client throws, the mail must not be lost
    private Optional<Instant> deliver(WaitingMail mail, Instant now) {
        if (mail.isOverdue(now)) {
            return failed(mail, Trouble.NOT_IN_TIME);
        }
        try {
            postman.deliver(mail.id(), mail.payload(), mail.createdAt(), now);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            return trouble.isFinal() ? failed(mail, trouble) : putOff(mail, trouble, now);
        }
        deliveries.sent(mail.id(), clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> failed(WaitingMail mail, Trouble trouble) {
        LOG.warnf("mail %s (%s) is given up: %s", mail.id(), mail.kind(), trouble.problem());
        deliveries.failed(mail.id(), trouble, clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> putOff(WaitingMail mail, Trouble trouble, Instant now) {
        int attempts = mail.attempts() + 1;
        Instant next = now.plus(Backoff.after(attempts, random.nextDouble()));
        // Where only the end of the time is left, it is told then and not an hour later.
        Instant at = next.isBefore(mail.giveUpAt()) ? next : mail.giveUpAt();
        LOG.infof("mail %s (%s) waits after attempt %d: %s", mail.id(), mail.kind(), attempts, trouble.problem());
        deliveries.putOff(mail.id(), trouble);
        return Optional.of(at);
    }
}

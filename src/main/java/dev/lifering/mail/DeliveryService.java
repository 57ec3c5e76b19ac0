package dev.lifering.mail;

import dev.lifering.mail.Delivery.State;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes how the delivery of mails goes. What is sent or given up is erased from the database, but for the fact. */
@ApplicationScoped
class DeliveryService {
    private final MailRows rows;
    private final Envelopes envelopes;
    private final MeterRegistry metrics;

    DeliveryService(MailRows rows, Envelopes envelopes, MeterRegistry metrics) {
        this.rows = rows;
        this.envelopes = envelopes;
        this.metrics = metrics;
    }

    /** The mail, while it waits. */
    @Transactional
    Optional<WaitingMail> waiting(UUID id) {
        return rows.waiting(id).map(mail -> {
            String sealed = mail.sealedPayload;
            if (sealed == null) {
                throw new IllegalStateException("mail " + id + " waits, but nothing is left of it");
            }
            return new WaitingMail(
                    id, mail.kind, envelopes.open(id, sealed), mail.attempts, mail.createdAt, mail.giveUpAt);
        });
    }

    @Transactional
    void sent(UUID id, Instant now) {
        rows.waiting(id).ifPresent(mail -> end(mail, State.SENT, null, now));
    }

    @Transactional
    void failed(UUID id, Trouble trouble, Instant now) {
        rows.waiting(id).ifPresent(mail -> end(mail, State.FAILED, trouble.problem(), now));
    }

    @Transactional
    void putOff(UUID id, Trouble trouble) {
        rows.waiting(id).ifPresent(mail -> {
            mail.attempts++;
            mail.problem = trouble.problem();
        });
    }

    @Transactional
    long queued() {
        return rows.queued();
    }

    /** Since when the oldest of them waits. */
    @Transactional
    Optional<Instant> oldestQueued() {
        return rows.oldestQueued();
    }

    /** Erases up to {@code limit} mails that ended before then. Says how many it was. */
    @Transactional
    int eraseEnded(Instant before, int limit) {
        return rows.eraseEnded(before, limit);
    }

    private void end(MailEntity mail, State state, @Nullable String problem, Instant now) {
        mail.state = state;
        mail.problem = problem;
        mail.sealedPayload = null;
        mail.payloadKeyId = null;
        mail.attempts++;
        mail.endedAt = now;
        String outcome = state.name().toLowerCase(Locale.ROOT);
        metrics.counter("lifering.mails", "kind", mail.kind, "outcome", outcome).increment();
    }
}

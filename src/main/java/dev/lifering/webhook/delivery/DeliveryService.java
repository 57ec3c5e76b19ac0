package dev.lifering.webhook.delivery;

import dev.lifering.webhook.Announcements;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.WebhooksConfig;
import dev.lifering.webhook.sending.Message;
import dev.lifering.webhook.sending.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes what is due and notes what came of it, each in a short transaction; nothing is sent in one. */
@ApplicationScoped
class DeliveryService {
    private static final Logger LOG = Logger.getLogger(DeliveryService.class);

    /** Beyond the time that an endpoint has, for looking its host up and for noting. */
    private static final Duration SPARE = Duration.ofSeconds(45);

    private static final int OVERDUE_AT_ONCE = 1000;

    private final Deliveries deliveries;
    private final Announcements announcements;
    private final WebhooksConfig config;
    private final SecureRandom random;
    private final MeterRegistry metrics;

    DeliveryService(
            Deliveries deliveries,
            Announcements announcements,
            WebhooksConfig config,
            SecureRandom random,
            MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.announcements = announcements;
        this.config = config;
        this.random = random;
        this.metrics = metrics;
    }

    /** What was taken, and the messages of it. What is not kept any more has none, and is parked. */
    record Batch(List<Parcel> parcels, List<Message> messages) {
        Batch {
            parcels = List.copyOf(parcels);
            messages = List.copyOf(messages);
        }
    }

    /** Takes up to {@code limit} messages that are due. */
    @Transactional
    Batch take(Endpoint endpoint, Instant now, int limit) {
        Instant until = now.plus(config.requestTimeout()).plus(SPARE);
        List<Parcel> taken = deliveries.take(endpoint.name(), now, until, limit);
        Map<UUID, String> bodies =
                announcements.of(taken.stream().map(Parcel::eventId).toList());
        taken.stream()
                .filter(parcel -> !bodies.containsKey(parcel.eventId()))
                .forEach(parcel -> deliveries.end(parcel, DeliveryState.PARKED, "the event is not kept any more", now));
        List<Parcel> parcels = taken.stream()
                .filter(parcel -> bodies.containsKey(parcel.eventId()))
                .toList();
        return new Batch(
                parcels,
                parcels.stream()
                        .map(parcel -> new Message(
                                parcel.eventId().toString(),
                                bodies.getOrDefault(parcel.eventId(), ""),
                                parcel.attempt()))
                        .toList());
    }

    /** Parks some of what an endpoint that takes nothing has not had its turn of in all the time that a message is tried. */
    @Transactional
    void giveUpOverdue(Endpoint endpoint, Instant now) {
        int parked = deliveries.giveUpOverdue(endpoint.name(), now, OVERDUE_AT_ONCE);
        if (parked > 0) {
            LOG.warnf("%d events for webhook %s are parked, as it takes nothing", parked, endpoint.name());
            metrics.counter("lifering.webhook.attempts", "endpoint", endpoint.name(), "outcome", "parked")
                    .increment(parked);
        }
    }

    /** Notes what came of them. */
    @Transactional
    void note(Endpoint endpoint, Batch batch, List<Reply> replies, Instant now) {
        for (int i = 0; i < replies.size(); i++) {
            note(endpoint, batch.parcels().get(i), replies.get(i), now);
        }
    }

    private void note(Endpoint endpoint, Parcel parcel, Reply reply, Instant now) {
        if (reply.isTaken()) {
            deliveries.end(parcel, DeliveryState.DELIVERED, null, now);
            count(endpoint, "taken");
            return;
        }
        Optional<Instant> next = Retries.next(reply, parcel.attempt(), parcel.giveUpAt(), now, random.nextDouble());
        if (next.isPresent()) {
            deliveries.putOff(parcel, reply.problem(), next.get());
            count(endpoint, "failed");
        } else {
            LOG.warnf(
                    "event %s for webhook %s is parked after attempt %d: %s",
                    parcel.eventId(), endpoint.name(), parcel.attempt(), reply.problem());
            deliveries.end(parcel, DeliveryState.PARKED, reply.problem(), now);
            count(endpoint, "parked");
        }
    }

    private void count(Endpoint endpoint, String outcome) {
        metrics.counter("lifering.webhook.attempts", "endpoint", endpoint.name(), "outcome", outcome)
                .increment();
    }
}

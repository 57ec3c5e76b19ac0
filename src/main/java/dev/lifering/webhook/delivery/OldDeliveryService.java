package dev.lifering.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Erases deliveries, some at a time. Says how many it was. */
@ApplicationScoped
class OldDeliveryService {
    private final Deliveries deliveries;

    OldDeliveryService(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Transactional
    int eraseEnded(DeliveryState state, Instant before, int limit) {
        return deliveries.eraseEnded(state, before, limit);
    }

    @Transactional
    int eraseMadeBefore(Instant moment, int limit) {
        // RFC 9562 §5.7: a UUIDv7 begins with the milliseconds.
        return deliveries.eraseOlder(new UUID(moment.toEpochMilli() << Short.SIZE, 0), limit);
    }
}

package dev.lifering.webhook.delivery;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/** Forgets deliveries that ended long ago, and those to endpoints that nobody sets any more. */
@ApplicationScoped
class OldDeliveries implements RecurringWork {
    private static final Duration DELIVERED_KEPT = Duration.ofDays(3);
    private static final Duration PARKED_KEPT = Duration.ofDays(30);

    /** No audit event needs to be there any longer than that, see {@code lifering.audit.retention}. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final int BATCH = 1000;

    private final OldDeliveryService deliveries;
    private final InstantSource clock;

    OldDeliveries(OldDeliveryService deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-webhook-deliveries";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        all(() -> deliveries.eraseEnded(DeliveryState.DELIVERED, now.minus(DELIVERED_KEPT), BATCH));
        all(() -> deliveries.eraseEnded(DeliveryState.PARKED, now.minus(PARKED_KEPT), BATCH));
        all(() -> deliveries.eraseMadeBefore(now.minus(KEPT), BATCH));
    }

    private static void all(IntSupplier some) {
        int erased;
        do {
            erased = some.getAsInt();
        } while (erased == BATCH);
    }
}

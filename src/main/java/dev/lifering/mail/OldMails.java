package dev.lifering.mail;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets mails that were sent or given up long ago. */
@ApplicationScoped
class OldMails implements RecurringWork {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1000;

    private final DeliveryService deliveries;
    private final InstantSource clock;

    OldMails(DeliveryService deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-mails";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(KEPT);
        int erased;
        do {
            erased = deliveries.eraseEnded(before, BATCH);
        } while (erased == BATCH);
    }
}

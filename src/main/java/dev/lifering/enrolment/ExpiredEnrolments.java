package dev.lifering.enrolment;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** The enrolments that nobody ended in time. */
@ApplicationScoped
public class ExpiredEnrolments {
    /** Kept so long that whoever confirms late is told why it is over. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final EnrolmentRows rows;
    private final MeterRegistry metrics;

    ExpiredEnrolments(EnrolmentRows rows, MeterRegistry metrics) {
        this.rows = rows;
        this.metrics = metrics;
    }

    /** Erases, with their secrets, those that ended an hour ago. */
    @Transactional
    public void erase(Instant now) {
        long erased = rows.deleteExpired(now.minus(KEPT));
        metrics.counter("lifering.enrolments", "step", "expired").increment((double) erased);
    }
}

package dev.lifering.enrolment;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The enrolments that nobody ended in time. */
@ApplicationScoped
public class ExpiredEnrolments {
    private final EnrolmentRows rows;
    private final MeterRegistry metrics;

    ExpiredEnrolments(EnrolmentRows rows, MeterRegistry metrics) {
        this.rows = rows;
        this.metrics = metrics;
    }

    /** Erases them with their secrets. */
    @Transactional
    public void erase(Instant now) {
        long erased = rows.deleteExpired(now);
        metrics.counter("lifering.enrolments", "step", "expired").increment(erased);
    }
}

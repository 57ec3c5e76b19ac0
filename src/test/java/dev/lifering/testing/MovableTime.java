package dev.lifering.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The application's clock in tests: it runs with the machine's, and can be moved forward. It never goes back, so tests
 * may run in any order.
 */
@Alternative
@Priority(1)
@Singleton
public class MovableTime implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets time pass. */
    public void advance(Duration span) {
        ahead.updateAndGet(span::plus);
    }

    /**
     * Moves to the beginning of the next 30-second time step. A test that needs several codes of one step has the whole
     * step for it.
     */
    public void toNextStep() {
        toNextStepOf(Duration.ofSeconds(30));
    }

    /** The same for time steps of another length. */
    public void toNextStepOf(Duration period) {
        long length = period.toMillis();
        advance(Duration.ofMillis(length - instant().toEpochMilli() % length));
    }
}

package dev.lifering.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The application's clock in tests: it runs with the machine's, and can be moved forward, or stopped for a while. It never
 * goes back, so tests may run in any order.
 */
@Alternative
@Priority(1)
@Singleton
public class MovableTime implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private volatile @Nullable Instant stopped;

    @Override
    public Instant instant() {
        Instant still = stopped;
        return still != null ? still : running();
    }

    private Instant running() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets time pass. */
    public void advance(Duration span) {
        ahead.updateAndGet(span::plus);
        Instant still = stopped;
        if (still != null) {
            stopped = still.plus(span);
        }
    }

    /** Stops at the beginning of the next time step; from now on time passes only where a test lets it. */
    public void stop() {
        toNextStep();
        stopped = running().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Runs again, from where it stands or a little later. */
    public void go() {
        Instant still = stopped;
        stopped = null;
        if (still != null && running().isBefore(still)) {
            advance(Duration.between(running(), still));
        }
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

package dev.lifering.gauge;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;

/** What a gauge said when it was last read. After three times the time until the next reading it is worth nothing. */
final class Reading {
    private static final int MISSED = 3;

    private record Taken(Map<Tags, Double> values, long at, Duration good) {}

    private final Clock clock;
    private volatile Taken last;

    Reading(Clock clock) {
        this.clock = clock;
        this.last = new Taken(Map.of(), clock.monotonicTime(), Duration.ZERO);
    }

    /** The gauge has just been read, and will be again after that time. */
    void note(Map<Tags, Double> values, Duration untilNext) {
        last = new Taken(Map.copyOf(values), clock.monotonicTime(), untilNext.multipliedBy(MISSED));
    }

    /** The number with these labels, or NaN when it is not known any more, or not yet. */
    double value(Tags labels) {
        Taken taken = last;
        return age(taken).compareTo(taken.good()) < 0 ? taken.values().getOrDefault(labels, 0.0) : Double.NaN;
    }

    /** Seconds since the gauge was read, or since the start if it never was. */
    double ageInSeconds() {
        return age(last).toMillis() / 1000.0;
    }

    private Duration age(Taken taken) {
        return Duration.ofNanos(clock.monotonicTime() - taken.at());
    }
}

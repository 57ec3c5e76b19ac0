package dev.lifering.gauge;

import java.time.Duration;

/**
 * How soon a gauge is read again: one that takes long comes back seldom, so that it is under way for a twentieth of the time
 * at most. Once is no measure: the first reading warms up, and a database that hung has come back.
 */
final class Pace {
    private static final int SHARE = 20;

    private final Duration interval;
    private Duration before = Duration.ZERO;

    Pace(Duration interval) {
        this.interval = interval;
    }

    /** The time until the next reading, after one that took so long. */
    Duration next(Duration took) {
        Duration usual = took.compareTo(before) < 0 ? took : before;
        before = took;
        Duration rest = usual.multipliedBy(SHARE);
        return rest.compareTo(interval) > 0 ? rest : interval;
    }
}

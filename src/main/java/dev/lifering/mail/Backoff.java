package dev.lifering.mail;

import java.time.Duration;

/** How long to wait before the next attempt: doubling from five seconds to an hour, spread by a fifth either way. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /**
     * The wait after so many attempts that failed.
     *
     * @param attempts at least 1
     * @param chance from 0 to 1; spreads mails that failed together, so that they do not come back together
     */
    static Duration after(int attempts, double chance) {
        if (attempts < 1 || chance < 0 || chance > 1) {
            throw new IllegalArgumentException(attempts + " attempts, chance " + chance);
        }
        // Beyond 2^10 · 5 s the longest wait holds; the bound keeps the shift from overflowing.
        long millis = Math.min(FIRST.toMillis() << Math.min(attempts - 1, 10), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}

package dev.lifering.webhook.delivery;

import dev.lifering.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a message is tried again: after five seconds, doubling to an hour, each spread by a fifth, for three days. */
final class Retries {
    /** How long delivery is tried. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** An endpoint may ask for more time than we would give it, but not for so much that its messages are lost. */
    static final Duration LONGEST_WISH = Duration.ofHours(6);

    private static final double SPREAD = 0.2;

    private Retries() {}

    /**
     * When to try a message again that was not taken; empty when it is to be parked.
     *
     * @param attempts how many there were, at least 1
     * @param chance from 0 to 1; spreads messages that failed together
     */
    static Optional<Instant> next(Reply reply, int attempts, Instant giveUpAt, Instant now, double chance) {
        if (reply.isGone() || !now.isBefore(giveUpAt)) {
            return Optional.empty();
        }
        Instant next = now.plus(longer(wait(attempts, chance), reply.retryAfter()));
        // What is left of the time is used: the last attempt is at its end.
        return Optional.of(next.isBefore(giveUpAt) ? next : giveUpAt);
    }

    private static Duration wait(int attempts, double chance) {
        if (attempts < 1 || chance < 0 || chance > 1) {
            throw new IllegalArgumentException(attempts + " attempts, chance " + chance);
        }
        // Beyond 2^10 · 5 s the longest wait holds; the bound keeps the shift from overflowing.
        long millis = Math.min(FIRST.toMillis() << Math.min(attempts - 1, 10), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 - SPREAD + 2 * SPREAD * chance)));
    }

    private static Duration longer(Duration ours, @Nullable Duration wished) {
        if (wished == null || wished.compareTo(ours) < 0) {
            return ours;
        }
        return wished.compareTo(LONGEST_WISH) < 0 ? wished : LONGEST_WISH;
    }
}

package dev.lifering.factor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rule V3, as a value: wrong codes in a row, and until when no code is looked at.
 *
 * <p>The fifth failure locks for 30 seconds and each later one again for twice as long, up to 15 minutes. After 100 in a
 * row (NIST SP 800-63B-4 §3.2.2: "no more than 100") only recovery helps.
 *
 * @param failures wrong codes in a row
 * @param until when the lock ends; null while there was none since the last success
 */
public record Lockout(int failures, @Nullable Instant until) {
    /** Nothing held against the user. */
    public static final Lockout NONE = new Lockout(0, null);

    /** How many wrong codes in a row are taken before the first lock. */
    public static final int FREE_ATTEMPTS = 5;

    /** NIST SP 800-63B-4 §3.2.2: consecutive failed attempts on one account. */
    public static final int LIMIT = 100;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    public Lockout {
        if (failures < 0) {
            throw new IllegalArgumentException("failures cannot be negative: " + failures);
        }
    }

    /** What is held against a user. Without a second factor he is never blocked: no recovery could free him. */
    public static Lockout held(Status status, int failures, @Nullable Instant until) {
        return new Lockout(status == Status.NOT_ENROLLED ? Math.min(failures, LIMIT - 1) : failures, until);
    }

    /** Whether only recovery ends it. */
    public boolean isBlocked() {
        return failures >= LIMIT;
    }

    /** Whether no code is looked at now. */
    public boolean isLockedAt(Instant now) {
        return isBlocked() || (until != null && now.isBefore(until));
    }

    /** How long to wait before the next code is looked at; the longest lock for a user who is blocked. */
    public Duration waitAt(Instant now) {
        if (until != null && now.isBefore(until)) {
            return Duration.between(now, until);
        }
        return isBlocked() ? LONGEST : Duration.ZERO;
    }

    /**
     * Whether the failure that led here is one to tell the user of: the first lock of a row, and the end of all attempts.
     * A mail for each would let whoever guesses flood the mailbox.
     */
    public boolean isNews() {
        return failures == FREE_ATTEMPTS || failures == LIMIT;
    }

    /** How many wrong codes are still taken before the next lock. */
    public int attemptsRemaining() {
        return Math.max(0, FREE_ATTEMPTS - failures);
    }

    /** What stands after one more wrong code. */
    public Lockout afterFailure(Instant now) {
        int more = failures + 1;
        if (more < FREE_ATTEMPTS) {
            return new Lockout(more, null);
        }
        return new Lockout(more, now.plus(lock(more - FREE_ATTEMPTS)));
    }

    private static Duration lock(int doublings) {
        // Beyond 2^5 · 30 s the longest lock holds; the bound keeps the shift from overflowing.
        long seconds = FIRST.toSeconds() << Math.min(doublings, 5);
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }
}

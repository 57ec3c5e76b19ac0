package dev.lifering.factor.totp;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the wrong codes of one authenticator say of its device's clock, as a value.
 *
 * <p>A code outside the window that is right for a time up to {@link #REACH} away is wrong like any other. That it was
 * nearly right is told to nobody for one code: whoever has the password and guesses could otherwise try forty times as many
 * codes at once, and use the one that will be right. Only when the next code agrees, being of another step and as far off
 * (give or take one step), it is a clock that is wrong and not a lucky guess: two guesses in a row do that with a chance of
 * one in ten thousand millions. What was given too early is never accepted later ({@link #ahead}), so that neither a guess
 * nor a code that was looked at over somebody's shoulder gains anything by what is told.
 *
 * <p>Only those very steps are burnt, not all before them: a user who sets a clock right that was ahead is let in with the
 * next code, and not when the time has come that his device showed.
 *
 * @param lastStep of the last wrong code
 * @param lastOffBy by how many steps it was off; 0 when it was right for no time
 * @param offBy by how many steps two codes in a row were off; means nothing before {@code seenAt}
 * @param seenAt when they were; the epoch when never
 */
record DeviceClock(long lastStep, int lastOffBy, int offBy, Instant seenAt) {
    /** Nothing was seen. */
    static final DeviceClock UNKNOWN = new DeviceClock(0, 0, 0, Instant.EPOCH);

    /** How far off a code is still told from a wrong one. */
    static final Duration REACH = Duration.ofMinutes(10);

    /** How many steps of this length are looked at on either side. */
    static int reachInSteps(Duration period) {
        return Math.toIntExact(REACH.dividedBy(period));
    }

    /**
     * What is known after one more wrong code.
     *
     * @param steps those within reach whose code it is
     * @param current the step of the server's clock
     * @param window what is accepted on either side of it; a code of such a step was used before, and says nothing
     */
    DeviceClock after(Collection<Long> steps, long current, int window, Instant now) {
        OptionalLong step = nearest(outside(steps, current, window), current);
        if (step.isEmpty()) {
            return new DeviceClock(0, 0, offBy, seenAt);
        }
        int off = Math.toIntExact(step.getAsLong() - current);
        boolean agreed = lastOffBy != 0 && lastStep != step.getAsLong() && Math.abs(off - lastOffBy) <= 1;
        return agreed
                ? new DeviceClock(step.getAsLong(), off, off, now)
                : new DeviceClock(step.getAsLong(), off, offBy, seenAt);
    }

    /** Those of the steps that are still to come, and whose codes must not be accepted then. */
    static Collection<Long> ahead(Collection<Long> steps, long current, int window) {
        return steps.stream().filter(step -> step > current + window).toList();
    }

    private static Collection<Long> outside(Collection<Long> steps, long current, int window) {
        boolean used = steps.stream().anyMatch(step -> Math.abs(step - current) <= window);
        return used ? List.of() : steps;
    }

    private static OptionalLong nearest(Collection<Long> steps, long current) {
        return steps.stream()
                .min(Comparator.comparingLong(step -> Math.abs(step - current)))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}

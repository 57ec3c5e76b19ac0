package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rule V3 of one user, played again from the trail, without the application's own code. */
final class Locks {
    /** The database keeps microseconds. */
    private static final Duration GRAIN = Duration.ofMillis(2);

    private static final Set<String> ATTEMPTS = Set.of("verification", "enrolment.confirmed", "backup_codes.proved");
    private static final int FREE = 5;
    private static final int LONGEST = 5;
    private static final int LIMIT = 100;

    private int failures;
    private @Nullable Instant until;
    private int news;

    int failures() {
        return failures;
    }

    @Nullable
    Instant until() {
        return until;
    }

    /** How many mails the locks were worth: the first of a row, and the end of all attempts. */
    int news() {
        return news;
    }

    /** Goes on by an event. Says what is wrong with it; empty when nothing is. */
    String after(Event event) {
        if (event.is("second_factor.reset/SUCCESS")) {
            failures = 0;
            until = null;
        }
        if (!ATTEMPTS.contains(event.type())) {
            return "";
        }
        boolean locked = isLockedAt(event.at());
        switch (event.outcome()) {
            case "SUCCESS" -> {
                failures = 0;
                until = null;
            }
            case "REJECTED" -> fail(event.at());
            default -> {
                return isLockedAt(event.at().minus(GRAIN)) || locked ? "" : "was called locked, but was not";
            }
        }
        return locked ? "a code was looked at though the user was locked" : "";
    }

    private boolean isLockedAt(Instant moment) {
        return until != null && moment.plus(GRAIN).isBefore(until);
    }

    private void fail(Instant at) {
        failures++;
        if (failures < FREE) {
            until = null;
            return;
        }
        if (failures == FREE || failures == LIMIT) {
            news++;
        }
        long seconds = 30L << Math.min(failures - FREE, LONGEST);
        until = at.plusSeconds(Math.min(seconds, Duration.ofMinutes(15).toSeconds()));
    }
}

package dev.lifering.webhook.delivery;

import dev.lifering.webhook.sending.Courier;
import dev.lifering.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * When an endpoint is left alone as a whole: after many failures in a row, or because it asks for time. What waits for one
 * that is down would else be tried all the time. Each replica finds out for itself. Not for several threads at once.
 */
final class Rest {
    /** After so many failures in a row it is the endpoint that is in trouble, and not what it is told. */
    static final int MANY = 16;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The longest wait is reached by then. */
    private static final int MOST_DOUBLINGS = 4;

    private int failures;
    private int rests;
    private Instant until = Instant.MIN;

    /** Whether it has taken nothing for long. */
    boolean isNeeded() {
        return failures >= MANY;
    }

    /** How many messages it may be sent now: none while it rests, one to see whether it is back, or many. */
    int room(Instant now) {
        // A rest that is longer than any was begun when the clock was wrong.
        boolean isResting = now.isBefore(until) && Duration.between(now, until).compareTo(Retries.LONGEST_WISH) <= 0;
        if (isResting) {
            return 0;
        }
        return isNeeded() ? 1 : Courier.AT_ONCE;
    }

    /** Takes note of what came of messages that were sent. */
    void note(List<Reply> replies, Instant now) {
        boolean isAnyTaken = replies.stream().anyMatch(Reply::isTaken);
        failures = isAnyTaken ? 0 : Math.min(MANY, failures + replies.size());
        Duration own = isNeeded() ? next() : Duration.ZERO;
        Duration wished =
                replies.stream().map(Reply::retryAfter).filter(Objects::nonNull).reduce(Duration.ZERO, Rest::longer);
        until = now.plus(longer(own, wished.compareTo(Retries.LONGEST_WISH) < 0 ? wished : Retries.LONGEST_WISH));
        rests = isNeeded() ? rests + 1 : 0;
    }

    private Duration next() {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(rests, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}

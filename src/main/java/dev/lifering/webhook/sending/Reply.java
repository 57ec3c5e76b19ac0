package dev.lifering.webhook.sending;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param problem what went wrong, in words for an operator; null when nothing did
 * @param retryAfter how long the endpoint wants to be left alone
 */
public record Reply(
        int status, @Nullable String problem, @Nullable Duration retryAfter) {
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_NUMBER = 9;

    /** There was no answer. */
    public static Reply none(String problem) {
        return new Reply(0, problem, null);
    }

    /**
     * There was an answer.
     *
     * @param header its header {@code Retry-After} (RFC 9110 §10.2.3)
     */
    static Reply of(int status, @Nullable String header, Instant now) {
        if (status / 100 == 2) {
            return new Reply(status, null, null);
        }
        boolean mayAskForTime = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
        Duration wait =
                mayAskForTime && header != null ? wait(header.strip(), now).orElse(null) : null;
        return new Reply(status, "status " + status, wait);
    }

    /** Only then has the endpoint taken the message. */
    public boolean isTaken() {
        return problem == null;
    }

    /** Whether the endpoint does not want such messages any more. */
    public boolean isGone() {
        return status == GONE;
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (text.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
        }
        try {
            Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, moment)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}

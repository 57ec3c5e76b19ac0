package dev.lifering.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.webhook.sending.Courier;
import dev.lifering.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an endpoint is left alone as a whole. */
class RestTest {
    private static final Reply TAKEN = new Reply(204, null, null);
    private static final Reply FAILED = Reply.none("no connection");
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");

    private final Rest rest = new Rest();

    @Test
    void aFewFailuresMayBeTheFaultOfWhatIsSent() {
        rest.note(failures(Rest.MANY - 1), NOW);
        assertFalse(rest.isNeeded());
        assertEquals(Courier.AT_ONCE, rest.room(NOW));
    }

    @Test
    void manyInARowGiveARestAndThenOneTry() {
        rest.note(failures(Rest.MANY - 1), NOW);
        rest.note(failures(1), NOW);
        assertTrue(rest.isNeeded());
        assertEquals(0, rest.room(NOW.plusMillis(4999)));
        assertEquals(1, rest.room(NOW.plusSeconds(5)));
    }

    @Test
    void eachRestIsLongerUpToAMinute() {
        var rests = new ArrayList<Long>();
        rest.note(failures(Rest.MANY), NOW);
        Instant now = NOW;
        for (int i = 0; i < 6; i++) {
            rests.add(secondsUntilRoom(now));
            now = now.plusSeconds(rests.get(i));
            rest.note(failures(1), now);
        }
        assertEquals(List.of(5L, 10L, 20L, 40L, 60L, 60L), rests);
    }

    @Test
    void oneThatIsTakenEndsIt() {
        rest.note(failures(Rest.MANY), NOW);
        Instant later = NOW.plusSeconds(5);
        rest.note(List.of(TAKEN), later);
        assertFalse(rest.isNeeded());
        assertEquals(Courier.AT_ONCE, rest.room(later));
        rest.note(failures(Rest.MANY - 1), later);
        rest.note(List.of(FAILED, TAKEN), later);
        rest.note(failures(Rest.MANY - 1), later);
        assertFalse(rest.isNeeded());
    }

    @Test
    void whoeverAsksForTimeHasItForAllMessages() {
        rest.note(List.of(TAKEN, busy(Duration.ofMinutes(10)), busy(Duration.ofMinutes(2))), NOW);
        assertEquals(0, rest.room(NOW.plusSeconds(599)));
        assertEquals(Courier.AT_ONCE, rest.room(NOW.plusSeconds(600)));
        rest.note(List.of(busy(Duration.ofDays(9))), NOW);
        assertEquals(Courier.AT_ONCE, rest.room(NOW.plus(Retries.LONGEST_WISH)));
    }

    @Test
    void aRestThatBeganWhileTheClockWasWrongIsNone() {
        rest.note(failures(Rest.MANY), NOW.plus(Duration.ofDays(365)));
        assertEquals(1, rest.room(NOW));
    }

    private long secondsUntilRoom(Instant now) {
        long seconds = 0;
        while (rest.room(now.plusSeconds(seconds)) == 0) {
            seconds++;
        }
        return seconds;
    }

    private static List<Reply> failures(int count) {
        return Collections.nCopies(count, FAILED);
    }

    private static Reply busy(Duration wait) {
        return new Reply(429, "status 429", wait);
    }
}

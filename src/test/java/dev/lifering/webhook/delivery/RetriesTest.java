package dev.lifering.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plus(Retries.PATIENCE);
    private static final Reply FAILED = new Reply(500, "status 500", null);

    @ParameterizedTest
    @CsvSource({
        "1,PT4S,PT6S",
        "2,PT8S,PT12S",
        "3,PT16S,PT24S",
        "10,PT34M8S,PT51M12S",
        "11,PT48M,PT1H12M",
        "60,PT48M,PT1H12M",
        "1000000,PT48M,PT1H12M"
    })
    void waitsDoubleFromFiveSecondsToAnHour(int attempts, Duration shortest, Duration longest) {
        assertEquals(Optional.of(NOW.plus(shortest)), Retries.next(FAILED, attempts, END, NOW, 0));
        assertEquals(Optional.of(NOW.plus(longest)), Retries.next(FAILED, attempts, END, NOW, 1));
    }

    @Test
    void theLastAttemptIsAtTheEndOfThreeDays() {
        Instant late = END.minusSeconds(60);
        assertEquals(Optional.of(END), Retries.next(FAILED, 70, END, late, 0.5));
        assertEquals(Optional.empty(), Retries.next(FAILED, 71, END, END, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"PT10M,PT10M", "PT1S,PT5S", "PT6H,PT6H", "P30D,PT6H"})
    void anEndpointMayAskForMoreTimeUpToSixHours(Duration wish, Duration given) {
        var reply = new Reply(429, "status 429", wish);
        assertEquals(Optional.of(NOW.plus(given)), Retries.next(reply, 1, END, NOW, 0.5));
    }

    @Test
    void whoeverIsGoneIsNotAskedAgain() {
        assertEquals(Optional.empty(), Retries.next(new Reply(410, "status 410", null), 1, END, NOW, 0.5));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Retries.next(FAILED, 0, END, NOW, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Retries.next(FAILED, 1, END, NOW, 1.5));
    }
}

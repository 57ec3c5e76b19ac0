package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsDoubleFromFiveSecondsToAnHour() {
        List<Long> seconds = IntStream.rangeClosed(1, 13)
                .mapToObj(attempts -> Backoff.after(attempts, 0.5).toSeconds())
                .toList();
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L), seconds);
        assertEquals(Duration.ofHours(1), Backoff.after(Integer.MAX_VALUE, 0.5));
    }

    @Test
    void chanceSpreadsThemByAFifthEitherWay() {
        assertEquals(Duration.ofSeconds(4), Backoff.after(1, 0));
        assertEquals(Duration.ofSeconds(6), Backoff.after(1, 1));
        assertTrue(
                Backoff.after(2, 0).compareTo(Backoff.after(1, 1)) > 0, "a later wait is longer whatever the chance");
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Backoff.after(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Backoff.after(1, -0.1));
        assertThrows(IllegalArgumentException.class, () -> Backoff.after(1, 1.1));
    }
}

package dev.lifering.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(4);

    private final Pace pace = new Pace(INTERVAL);

    @Test
    void whatIsReadQuicklyIsReadAtEachInterval() {
        assertEquals(INTERVAL, pace.next(SHORT));
        assertEquals(INTERVAL, pace.next(SHORT));
    }

    @Test
    void whatTakesLongIsReadForATwentiethOfTheTime() {
        pace.next(LONG);
        assertEquals(Duration.ofSeconds(80), pace.next(LONG));
        assertEquals(Duration.ofSeconds(80), pace.next(LONG.multipliedBy(2)));
        assertEquals(Duration.ofSeconds(160), pace.next(LONG.multipliedBy(3)));
    }

    @Test
    void oneReadingThatTookLongIsNoMeasure() {
        assertEquals(INTERVAL, pace.next(LONG));
        assertEquals(INTERVAL, pace.next(SHORT));
        assertEquals(INTERVAL, pace.next(LONG));
    }
}

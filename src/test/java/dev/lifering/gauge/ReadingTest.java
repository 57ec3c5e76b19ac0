package dev.lifering.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Tags NONE = Tags.empty();

    private final MockClock clock = new MockClock();
    private final Reading reading = new Reading(clock);

    @Test
    void whatWasNeverReadIsNotKnown() {
        assertEquals(Double.NaN, reading.value(NONE));
        clock.add(Duration.ofSeconds(7));
        assertEquals(7.0, reading.ageInSeconds());
    }

    @Test
    void whatWasReadIsShownAndWhatWasLeftOutIsZero() {
        reading.note(Map.of(NONE, 4.0), Duration.ofSeconds(30));
        assertEquals(4.0, reading.value(NONE));
        assertEquals(0.0, reading.value(Tags.of("key", "other")));
    }

    @Test
    void afterTwoMissedReadingsTheNumberIsNotKnownAnyMore() {
        reading.note(Map.of(NONE, 4.0), Duration.ofSeconds(30));
        clock.add(Duration.ofMillis(89_999));
        assertEquals(4.0, reading.value(NONE));
        clock.add(Duration.ofMillis(1));
        assertEquals(Double.NaN, reading.value(NONE));
        assertEquals(90.0, reading.ageInSeconds());
    }

    @Test
    void aReadingAfterAnOutageCounts() {
        reading.note(Map.of(NONE, 4.0), Duration.ofSeconds(1));
        clock.add(Duration.ofHours(1));
        reading.note(Map.of(NONE, 5.0), Duration.ofSeconds(1));
        assertEquals(5.0, reading.value(NONE));
        assertEquals(0.0, reading.ageInSeconds());
    }
}

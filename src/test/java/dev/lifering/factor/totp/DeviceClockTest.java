package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wrong codes say of a device's clock. */
class DeviceClockTest {
    private static final long CURRENT = 1000;
    private static final int WINDOW = 1;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(30);

    @ParameterizedTest
    @CsvSource({
        // the step of one wrong code, the current one when it came, those of the next one, and the offset told then
        "1010, 1000, 1011, 1001, 10",
        "990, 1000, 991, 1001, -10",
        "1010, 1000, 1012, 1001, 11",
        "1010, 1000, 1010, 1001, 0",
        "1010, 1000, 1013, 1001, 0",
        "1010, 1000, 1009, 1000, 9",
        "1010, 1000, 1008, 1000, 0",
        "1010, 1000, 991, 1001, 0",
        "1010, 1000, 1001, 1001, 0",
        "1010, 1000, 0, 1001, 0",
        "0, 1000, 1011, 1001, 0",
        "1002, 1000, 1003, 1001, 2",
        "1002, 1000, 1002, 1001, 0",
        "1020, 1000, 1021, 1001, 20",
        "998, 1000, 999, 1001, -2",
    })
    void twoCodesInARowThatAgreeAreTold(long step, long current, long nextStep, long nextCurrent, int told) {
        DeviceClock clock = DeviceClock.UNKNOWN
                .after(matching(step), current, WINDOW, FIRST)
                .after(matching(nextStep), nextCurrent, WINDOW, SECOND);
        assertEquals(told == 0 ? Instant.EPOCH : SECOND, clock.seenAt());
        assertEquals(told, clock.offBy());
    }

    @Test
    void oneCodeIsNeverTold() {
        for (long step = CURRENT - 20; step <= CURRENT + 20; step++) {
            DeviceClock clock = DeviceClock.UNKNOWN.after(List.of(step), CURRENT, WINDOW, FIRST);
            assertEquals(Instant.EPOCH, clock.seenAt());
        }
    }

    @Test
    void theSameCodeAgainIsNoSecondOne() {
        DeviceClock clock = DeviceClock.UNKNOWN
                .after(List.of(1010L), CURRENT, WINDOW, FIRST)
                .after(List.of(1010L), CURRENT, WINDOW, SECOND);
        assertEquals(Instant.EPOCH, clock.seenAt());
    }

    @Test
    void aWrongCodeBetweenThemBeginsAnew() {
        DeviceClock clock = DeviceClock.UNKNOWN
                .after(List.of(1010L), CURRENT, WINDOW, FIRST)
                .after(List.of(), CURRENT, WINDOW, FIRST)
                .after(List.of(1011L), CURRENT, WINDOW, SECOND);
        assertEquals(Instant.EPOCH, clock.seenAt());
    }

    @Test
    void whatWasToldStaysUntilTwoOthersAgree() {
        DeviceClock told = DeviceClock.UNKNOWN
                .after(List.of(1010L), 1000, WINDOW, FIRST)
                .after(List.of(1011L), 1001, WINDOW, FIRST);
        DeviceClock later = told.after(List.of(), 1001, WINDOW, SECOND).after(List.of(995L), 1002, WINDOW, SECOND);
        assertEquals(10, later.offBy());
        assertEquals(FIRST, later.seenAt());
        assertEquals(-7, later.after(List.of(996L), 1003, WINDOW, SECOND).offBy());
    }

    @Test
    void aCodeThatWasUsedBeforeSaysNothing() {
        DeviceClock clock = DeviceClock.UNKNOWN.after(List.of(1001L, 1010L), CURRENT, WINDOW, FIRST);
        assertEquals(DeviceClock.UNKNOWN, clock);
    }

    @Test
    void ofSeveralTimesTheNearestCounts() {
        assertEquals(
                -3,
                DeviceClock.UNKNOWN
                        .after(List.of(997L, 1015L), CURRENT, WINDOW, FIRST)
                        .lastOffBy());
    }

    @ParameterizedTest
    @CsvSource({
        "980 998 999 1000 1001, ''",
        "1002, 1002",
        "1001 1002 1020, 1002 1020",
        "990 1003, 1003",
    })
    void everyStepBeyondTheWindowIsAhead(String steps, String ahead) {
        assertEquals(numbers(ahead), DeviceClock.ahead(numbers(steps), CURRENT, WINDOW));
    }

    @ParameterizedTest
    @CsvSource({"15, 40", "30, 20", "60, 10"})
    void itReachesTenMinutes(long period, int steps) {
        assertEquals(steps, DeviceClock.reachInSteps(Duration.ofSeconds(period)));
    }

    private static List<Long> matching(long step) {
        return step == 0 ? List.of() : List.of(step);
    }

    private static List<Long> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }
}

package dev.lifering.audit.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which months have a table, and which ids belong to them. */
class MonthsTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void aMonthBeginsWithTheIdOfZerosOfItsFirstMillisecond() {
        assertEquals(UUID.fromString("019b76da-a800-0000-0000-000000000000"), Months.firstId(YearMonth.of(2026, 1)));
        assertEquals(MARCH, Months.of(Months.firstId(MARCH)));
        assertEquals(
                MARCH.minusMonths(1), Months.of(new UUID(Months.firstId(MARCH).getMostSignificantBits() - 1, -1L)));
        assertEquals(MARCH, Months.of(Instant.parse("2026-03-31T23:59:59.999Z")));
    }

    @Test
    void nothingIsMissingWhileThreeMonthsLieAhead() {
        assertEquals(List.of(), Months.missing(YearMonth.of(2026, 7), MARCH, MARCH));
        assertEquals(List.of(), Months.missing(YearMonth.of(2027, 7), MARCH, MARCH));
    }

    @Test
    void theMonthsThatAreMissingAreMadeOneByOne() {
        assertEquals(List.of(month(2026, 6)), Months.missing(YearMonth.of(2026, 6), MARCH, MARCH));
        assertEquals(List.of(month(2026, 5), month(2026, 6)), Months.missing(YearMonth.of(2026, 5), MARCH, MARCH));
    }

    @Test
    void whatNobodyMadeInTimeBecomesOneSpan() {
        assertEquals(
                List.of(
                        new Months(YearMonth.of(2024, 1), YearMonth.of(2026, 4)),
                        month(2026, 4),
                        month(2026, 5),
                        month(2026, 6)),
                Months.missing(YearMonth.of(2024, 1), MARCH, MARCH));
    }

    @Test
    void aClockFarAheadGetsOneSpanThatReachesPastWhatItWrote() {
        assertEquals(
                List.of(new Months(YearMonth.of(2026, 7), YearMonth.of(2031, 2))),
                Months.missing(YearMonth.of(2026, 7), MARCH, YearMonth.of(2031, 1)));
    }

    @Test
    void boundsAreReadAsPostgresqlPrintsThem() {
        String id = Months.firstId(MARCH).toString();
        Partition early = Partition.read("early", "FOR VALUES FROM (MINVALUE) TO ('" + id + "')");
        assertEquals(MARCH, early.to().orElseThrow());
        assertEquals(true, early.from().isEmpty());
        Partition late = Partition.read("late", "FOR VALUES FROM ('" + id + "') TO (MAXVALUE)");
        assertEquals(MARCH, late.from().orElseThrow());
        assertEquals(true, late.to().isEmpty());
        assertThrows(IllegalStateException.class, () -> Partition.read("other", "DEFAULT"));
    }

    private static Months month(int year, int month) {
        YearMonth from = YearMonth.of(year, month);
        return new Months(from, from.plusMonths(1));
    }
}

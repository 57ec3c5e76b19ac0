package dev.lifering.audit.partition;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A span of whole months (UTC), and the ids that are made in it.
 *
 * @param from its first month
 * @param to the first month after it
 */
record Months(YearMonth from, YearMonth to) {

    /** How many months after the current one have a table already. */
    static final int AHEAD = 3;

    Months {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A span has at least one month.");
        }
    }

    /** The month of that moment. */
    static YearMonth of(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** The month in which an id was made (RFC 9562 §5.7). */
    static YearMonth of(UUID id) {
        return of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE));
    }

    /** The id that divides those made before the month from those made in it or later. */
    static UUID firstId(YearMonth month) {
        return new UUID(start(month).toEpochMilli() << Short.SIZE, 0);
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * The spans that are missing, each for one table. The first reaches past what there is already, however much that
     * is; the others are months.
     *
     * @param end the first month without a table
     * @param now the current month
     * @param newest the latest month that something is there for
     */
    static List<Months> missing(YearMonth end, YearMonth now, YearMonth newest) {
        YearMonth needed = now.plusMonths(AHEAD + 1L);
        if (!end.isBefore(needed) && newest.isBefore(end)) {
            return List.of();
        }
        YearMonth filled = newest.isAfter(now) ? newest : now;
        var spans = new ArrayList<Months>();
        YearMonth next = (filled.isAfter(end) ? filled : end).plusMonths(1);
        spans.add(new Months(end, next));
        for (YearMonth month = next; month.isBefore(needed); month = month.plusMonths(1)) {
            spans.add(new Months(month, month.plusMonths(1)));
        }
        return spans;
    }
}

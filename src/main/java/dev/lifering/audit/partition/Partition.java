package dev.lifering.audit.partition;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One table of the trail.
 *
 * @param from its first month; empty where it is open towards the past
 * @param to the first month after it; empty where it is open towards the future
 */
record Partition(String table, Optional<YearMonth> from, Optional<YearMonth> to) {
    /** As PostgreSQL prints the bounds of a range. */
    private static final Pattern BOUNDS = Pattern.compile(
            "FOR VALUES FROM \\((?:MINVALUE|'([0-9a-f-]{36})')\\) TO \\((?:MAXVALUE|'([0-9a-f-]{36})')\\)");

    static Partition read(String table, String bounds) {
        Matcher matcher = BOUNDS.matcher(bounds);
        if (!matcher.matches()) {
            throw new IllegalStateException(table + " is no partition by month: " + bounds);
        }
        return new Partition(table, month(matcher, 1), month(matcher, 2));
    }

    private static Optional<YearMonth> month(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(UUID::fromString).map(Months::of);
    }
}

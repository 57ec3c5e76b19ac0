package dev.lifering.audit.seal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** Ids of events: UUIDv7 (RFC 9562 §5.7), in the order in which PostgreSQL has them, which is the order of time. */
public final class EventIds {
    /** Comes before every id. */
    public static final UUID LOWEST = new UUID(0, 0);

    /** Comes after every id. */
    public static final UUID HIGHEST = new UUID(-1, -1);

    private EventIds() {}

    /** The lowest id of that moment. */
    public static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << Short.SIZE, 0);
    }

    /** When the id was made, to the millisecond. */
    public static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
    }

    /** The lowest id of the month (UTC) after the one in which this id was made. */
    public static UUID firstOfNextMonth(UUID id) {
        YearMonth month = YearMonth.from(moment(id).atOffset(ZoneOffset.UTC));
        return first(month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The id that follows without one between. */
    public static UUID next(UUID id) {
        long low = id.getLeastSignificantBits() + 1;
        return new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
    }

    public static boolean isBefore(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high < 0
                || (high == 0
                        && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0);
    }
}

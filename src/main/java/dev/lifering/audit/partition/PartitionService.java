package dev.lifering.audit.partition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes and takes away the tables of the trail, each time in one short transaction. Between the first one, which is open
 * towards the past, and the last one, which is open towards the future, there is never a gap: whatever the id of an event,
 * it can be written.
 *
 * <p>Every change needs the trail for itself for some milliseconds, and those who write wait behind it. It therefore waits
 * for its turn hardly at all, and rather fails to be tried again later.
 */
@ApplicationScoped
class PartitionService {
    /** The table for ids before the first month. */
    static final String EARLY = "audit_event_early";

    /** The table for ids after the last month. */
    static final String LATE = "audit_event_late";

    /** What a table is called from when it leaves the trail to when it is dropped. */
    static final String EXPIRED = "audit_event_expired_";

    /** More cannot be looked through while everybody waits; it is about a tenth of a second. */
    private static final int QUICKLY_CHECKED = 200_000;

    private static final Logger LOG = Logger.getLogger(PartitionService.class);
    private static final String BRIEFLY = "set local lock_timeout = '300ms'";
    private static final String ALONE = "lock table only audit_event in access exclusive mode";

    private final PartitionTables tables;

    PartitionService(PartitionTables tables) {
        this.tables = tables;
    }

    /**
     * Makes the tables of the coming months. The table that is open towards the future becomes the next one, with what a
     * clock far ahead may have put into it, and a new one takes its place.
     */
    @Transactional(rollbackOn = SQLException.class)
    public List<Months> extend(Instant now) throws SQLException {
        Partition late = last();
        YearMonth end = late.from().orElseThrow();
        YearMonth current = Months.of(now);
        YearMonth newest = tables.newest(LATE).map(Months::of).orElse(current);
        List<Months> missing = Months.missing(end, current, newest);
        if (missing.isEmpty() || isTooFull()) {
            return List.of();
        }
        tables.change(BRIEFLY, ALONE, "alter table audit_event detach partition " + LATE);
        String next = name(missing.get(0).from());
        tables.change(
                "alter table " + LATE + " rename to " + next,
                "alter table audit_event attach partition " + next + range(missing.get(0)));
        for (Months months : missing.subList(1, missing.size())) {
            tables.change("create table " + name(months.from()) + " partition of audit_event" + range(months));
        }
        YearMonth rest = missing.get(missing.size() - 1).to();
        tables.change("create table " + LATE + " partition of audit_event for values from ('" + Months.firstId(rest)
                + "') to (maxvalue)");
        return missing;
    }

    /**
     * Takes the tables out of the trail that hold nothing but older events.
     *
     * @return the moment from which the trail holds events now; empty when nothing has changed
     */
    @Transactional(rollbackOn = SQLException.class)
    public Optional<Instant> expire(Instant before) throws SQLException {
        List<Partition> expired = tables.all().stream()
                .filter(partition -> isBefore(partition, before))
                .toList();
        if (expired.isEmpty()) {
            return Optional.empty();
        }
        YearMonth begin = expired.get(expired.size() - 1).to().orElseThrow();
        boolean isGoneAlready = expired.size() == 1 && !tables.holdsMoreThan(0, EARLY);
        if (isGoneAlready) {
            // A replica that knows of no seals may have dropped it, during an upgrade.
            tables.change(mark(begin));
            return Optional.empty();
        }
        tables.change(BRIEFLY, ALONE);
        for (Partition partition : expired) {
            tables.change(
                    "alter table audit_event detach partition " + partition.table(),
                    "alter table " + partition.table() + " rename to " + EXPIRED
                            + suffix(partition.to().orElseThrow()));
        }
        tables.change(
                "create table " + EARLY + " partition of audit_event for values from (minvalue) to ('"
                        + Months.firstId(begin) + "')",
                mark(begin));
        return Optional.of(Months.start(begin));
    }

    /** Drops what {@link #expire} took out; apart from it, as deleting large files takes a while. */
    @Transactional(rollbackOn = SQLException.class)
    public void drop() throws SQLException {
        for (String table : tables.detached(EXPIRED)) {
            tables.change(BRIEFLY, "drop table " + table);
        }
    }

    /** The earlier of that moment and what the database takes for now: no single clock drops what is kept. */
    @Transactional(rollbackOn = SQLException.class)
    public Instant agreed(Instant now) throws SQLException {
        Instant other = tables.now();
        return now.isBefore(other) ? now : other;
    }

    private Partition last() throws SQLException {
        List<Partition> all = tables.all();
        return all.get(all.size() - 1);
    }

    private boolean isTooFull() throws SQLException {
        boolean full = tables.holdsMoreThan(QUICKLY_CHECKED, LATE);
        if (full) {
            LOG.warnf(
                    "%s holds more than %d events, so it is left as it is: were clocks far ahead?",
                    LATE, QUICKLY_CHECKED);
        }
        return full;
    }

    private static boolean isBefore(Partition partition, Instant moment) {
        return partition
                .to()
                .filter(month -> !Months.start(month).isAfter(moment))
                .isPresent();
    }

    /** Says audit.sealing from where on its seals still have events. */
    private static String mark(YearMonth begin) {
        String id = "'" + Months.firstId(begin) + "'";
        return "update audit_seal_mark set id = " + id + " where name = 'begin' and id < " + id;
    }

    private static String range(Months months) {
        return " for values from ('" + Months.firstId(months.from()) + "') to ('" + Months.firstId(months.to()) + "')";
    }

    private static String name(YearMonth month) {
        return "audit_event_" + suffix(month);
    }

    private static String suffix(YearMonth month) {
        return month.toString().replace('-', '_');
    }
}

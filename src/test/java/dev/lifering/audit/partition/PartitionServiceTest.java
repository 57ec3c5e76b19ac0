package dev.lifering.audit.partition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.MovableTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The trail lies in tables by month, without a gap, and what is older than it is kept goes as a whole. */
@QuarkusTest
class PartitionServiceTest {
    @Inject
    PartitionService service;

    @Inject
    PartitionTables tables;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    MovableTime time;

    @Test
    void theTablesFollowEachOtherFromTheEarliestIdToTheLatest() throws SQLException {
        List<Partition> all = assertWhole();
        YearMonth next = Months.of(time.instant()).plusMonths(1);
        assertTrue(all.stream().anyMatch(partition -> partition.from().equals(Optional.of(next))), all::toString);
    }

    @Test
    void anEventOfAnyTimeFindsItsPlace() {
        for (String id : List.of("00000000-0000-7000-8000-000000000000", "ffffffff-ffff-7fff-bfff-ffffffffffff")) {
            String account = written(UUID.fromString(id));
            assertEquals(1, database.update("delete from audit_event where account_id = ?", account));
        }
    }

    @Test
    void comingMonthsGetTheirTablesOnce() throws SQLException {
        YearMonth end = late();
        Instant later = Months.start(end.plusMonths(1));
        List<Months> made = service.extend(later);
        assertEquals(new Months(end, end.plusMonths(2)), made.get(0));
        assertEquals(new Months(end.plusMonths(4), end.plusMonths(5)), made.get(made.size() - 1));
        assertEquals(end.plusMonths(5), late());
        assertEquals(List.of(), service.extend(later));
        assertWhole();
    }

    @Test
    void whatAClockFarAheadHasWrittenStaysWhereItIsFound() throws SQLException {
        YearMonth end = late();
        UUID id = Months.firstId(end.plusMonths(7));
        String account = written(id);
        assertEquals(PartitionService.LATE, tableOf(account));
        assertEquals(List.of(new Months(end, end.plusMonths(8))), service.extend(time.instant()));
        assertEquals("audit_event_" + end.toString().replace('-', '_'), tableOf(account));
        assertEquals(end.plusMonths(8), late());
        assertWhole();
        database.update("delete from audit_event where account_id = ?", account);
    }

    @Test
    void whatIsOlderThanItIsKeptGoesWithItsTable() throws SQLException {
        YearMonth begin = tables.all().get(0).to().orElseThrow();
        Instant kept = Months.start(begin);
        String old = written(new UUID(Months.firstId(begin).getMostSignificantBits() - 1, 0));
        String young = written(Months.firstId(begin));
        assertEquals(Optional.empty(), service.expire(kept.minusMillis(1)));
        assertEquals(Optional.of(kept), service.expire(kept));
        assertEquals(0, count(old));
        assertEquals(1, count(young));
        assertFalse(tables.detached(PartitionService.EXPIRED).isEmpty());
        service.drop();
        assertEquals(List.of(), tables.detached(PartitionService.EXPIRED));
        assertWhole();
        assertEquals(Optional.empty(), service.expire(kept), "an empty table is no reason to begin again");
        String late = written(new UUID(Months.firstId(begin).getMostSignificantBits() - 1, 1));
        assertEquals(Optional.of(kept), service.expire(kept));
        assertEquals(0, count(late));
        service.drop();
    }

    @Test
    void aSingleClockThatIsAheadDropsNothing() throws SQLException {
        YearMonth begin = tables.all().get(0).to().orElseThrow();
        String account = written(new UUID(Months.firstId(begin).getMostSignificantBits() - 1, 2));
        Instant wrong = Months.start(begin.plusMonths(2));
        new AuditPartitions(service, () -> Optional.of(Duration.ofDays(30)), () -> wrong).run();
        assertEquals(1, count(account));
        assertEquals(Optional.of(begin), tables.all().get(0).to());
        database.update("delete from audit_event where account_id = ?", account);
    }

    @Test
    void theSealsLearnOfAMonthThatAnOlderVersionHasDropped() throws SQLException {
        YearMonth begin = tables.all().get(0).to().orElseThrow();
        String old = written(new UUID(Months.firstId(begin).getMostSignificantBits() - 1, 3));
        assertEquals(Optional.of(Months.start(begin)), service.expire(Months.start(begin)));
        service.drop();
        assertEquals(0, count(old));
        database.update("update audit_seal_mark set id = '00000000-0000-0000-0000-000000000000' where name = 'begin'");
        assertEquals(Optional.empty(), service.expire(Months.start(begin)));
        assertEquals(
                Months.firstId(begin),
                database.row("select id from audit_seal_mark where name = 'begin'")
                        .get("id"));
    }

    @Test
    void monthsThatAreOverGoTogether() throws SQLException {
        List<Partition> before = tables.all();
        YearMonth begin = before.get(2).to().orElseThrow();
        String old = written(Months.firstId(before.get(2).from().orElseThrow()));
        assertEquals(
                Optional.of(Months.start(begin)),
                service.expire(Months.start(begin.plusMonths(1)).minusMillis(1)));
        service.drop();
        assertEquals(0, count(old));
        List<Partition> after = assertWhole();
        assertEquals(before.size() - 2, after.size());
        assertEquals(Optional.of(begin), after.get(0).to());
    }

    @Test
    void whoeverReadsOrWritesIsNotKeptWaiting() throws SQLException {
        YearMonth end = late();
        var job = new AuditPartitions(service, () -> Optional.of(Duration.ofDays(30)), () -> Months.start(end));
        try (Connection reader = source.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table audit_event in access share mode");
            SQLException busy = assertThrows(SQLException.class, () -> service.extend(Months.start(end)));
            assertEquals("55P03", busy.getSQLState());
            assertDoesNotThrow(job::run);
            reader.rollback();
        }
        assertEquals(end, late());
        assertWhole();
    }

    private YearMonth late() throws SQLException {
        List<Partition> all = tables.all();
        return all.get(all.size() - 1).from().orElseThrow();
    }

    private List<Partition> assertWhole() throws SQLException {
        List<Partition> all = tables.all();
        assertEquals(PartitionService.EARLY, all.get(0).table());
        assertEquals(PartitionService.LATE, all.get(all.size() - 1).table());
        assertEquals(Optional.empty(), all.get(0).from());
        assertEquals(Optional.empty(), all.get(all.size() - 1).to());
        for (int i = 1; i < all.size(); i++) {
            assertEquals(all.get(i - 1).to(), all.get(i).from());
        }
        return all;
    }

    /** An event with this id, in an account that is not there. */
    private String written(UUID id) {
        String account = "t-" + UUID.randomUUID();
        database.update(
                "insert into audit_event (id, occurred_at, type, outcome, account_id, actor_kind, actor)"
                        + " values (?, now(), 'verification', 'SUCCESS', ?, 'SERVICE', 'login-service')",
                id,
                account);
        return account;
    }

    private long count(String account) {
        return database.count("select count(*) from audit_event where account_id = ?", account);
    }

    private String tableOf(String account) {
        return database.row("select tableoid::regclass::text as name from audit_event where account_id = ?", account)
                .get("name")
                .toString();
    }
}

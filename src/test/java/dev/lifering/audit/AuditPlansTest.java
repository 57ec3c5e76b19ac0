package dev.lifering.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.ManyEvents;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.StatementLog;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is asked of the trail, it is read along an index and in its order, table after table. */
@QuarkusTest
class AuditPlansTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    ManyEvents events;

    private Tenant tenant;
    private Member ada;

    @BeforeEach
    void crowds() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        events.verifications(ada, 5000, time.instant());
        database.update("""
                insert into audit_event (id, occurred_at, type, outcome, account_id, actor_kind, actor, subject)
                select (left(id::text, 24) || right(gen_random_uuid()::text, 12))::uuid, occurred_at, type, outcome,
                       'crowd-of-' || account_id || '-' || random(), actor_kind, actor, gen_random_uuid()
                from audit_event where account_id = ?
                """, tenant.id());
        database.update("analyze audit_event");
    }

    @AfterEach
    void goHome() {
        database.update("delete from audit_event where account_id like ?", "crowd-of-" + tenant.id() + "%");
        events.forget(tenant);
    }

    @Test
    void section5_everyPageOfAnAccountIsReadAlongItsIndex() throws SQLException {
        String path = "/v1/accounts/" + tenant.id() + "/audit-events";
        for (Map<String, String> filter : filters()) {
            assertReadInOrder(statements(path, filter), "account_id");
        }
        assertReadInOrder(statements(path, Map.of("user", ada.id())), "subject");
        assertReadInOrder(statements(path, Map.of("user", ada.id(), "outcome", "rejected")), "subject");
    }

    @Test
    void section5_everyPageOfAUserIsReadAlongHisIndex() throws SQLException {
        for (Map<String, String> filter : List.of(Map.<String, String>of(), Map.of("outcome", "locked"))) {
            assertReadInOrder(statements("/v1/me/audit-events", filter), "subject");
        }
    }

    @Test
    void section5_aSearchLooksThroughALimitedNumberOfEvents() {
        List<String> statements =
                statements("/v1/accounts/" + tenant.id() + "/audit-events", Map.of("outcome", "rejected"));
        assertEquals(2, statements.size(), statements::toString);
        assertTrue(statements.get(0).contains("offset"), statements::toString);
        assertTrue(statements.get(1).contains(".id>=?"), statements::toString);
    }

    /** For any values PostgreSQL might sort all that is left of the account, for each page again. */
    @Test
    void section5_eachPageIsPlannedForItsOwnRange() {
        try (var log = new StatementLog()) {
            ada.get("/v1/accounts/" + tenant.id() + "/audit-events").statusCode(200);
            String before = log.statements().stream()
                    .takeWhile(sql -> !sql.contains("from audit_event"))
                    .reduce((first, second) -> second)
                    .orElse("");
            assertTrue(before.contains("force_custom_plan"), before);
        }
    }

    private static List<Map<String, String>> filters() {
        return List.of(
                Map.of(),
                Map.of("type", "lockout"),
                Map.of("outcome", "rejected"),
                Map.of("actor", "login-service"),
                Map.of("from", "2026-01-01T00:00:00Z"),
                Map.of("to", "2026-01-01T00:00:00Z"),
                Map.of("actor", "somebody", "type", "lockout", "outcome", "locked", "from", "2026-01-01T00:00:00Z"));
    }

    private List<String> statements(String path, Map<String, String> filter) {
        try (var log = new StatementLog()) {
            ada.call().queryParams(filter).get(path).then().statusCode(200);
            return log.statements().stream()
                    .filter(sql -> sql.startsWith("select") && sql.contains("from audit_event"))
                    .toList();
        }
    }

    private void assertReadInOrder(List<String> statements, String column) throws SQLException {
        assertFalse(statements.isEmpty());
        for (String statement : statements) {
            String plan = plan(statement);
            // In the order of the tables: "Merge Append" would have to begin all of them.
            assertTrue(plan.contains("->  Append"), plan);
            for (String detour : List.of("Sort", "Seq Scan", "Merge Append")) {
                assertFalse(plan.contains(detour), plan);
            }
            assertTrue(Pattern.compile("Index Cond: .*" + column).matcher(plan).find(), plan);
        }
    }

    /**
     * The plan for any values, which is what a statement that comes often ends up with. Tables that are all but empty are
     * taken for full ones.
     */
    private String plan(String sql) throws SQLException {
        var count = new AtomicInteger();
        String numbered = Pattern.compile("\\?").matcher(sql).replaceAll(found -> "\\$" + count.incrementAndGet());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_sort = off");
            // The driver would want a value for each parameter.
            statement.execute("""
                    create function pg_temp.plan(sql text) returns setof text language plpgsql as
                    'begin return query execute ''explain (generic_plan) '' || sql; end'
                    """);
            var lines = new StringJoiner("\n");
            try (ResultSet plan = statement.executeQuery("select * from pg_temp.plan($$" + numbered + "$$)")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            connection.rollback();
            return lines.toString();
        }
    }
}

package dev.lifering.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.StatementLog;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list stays fast for an account with very many users. */
@QuarkusTest
@Tag("slow")
class ManyUsersTest {
    private static final int MANY = 20_000;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    EntityManagerFactory factory;

    private Tenant tenant;
    private Tenant other;
    private Member ada;

    @BeforeEach
    void crowds() {
        tenant = Tenant.direct(time);
        other = Tenant.direct(time);
        ada = tenant.admin();
        fill(tenant);
        fill(other);
        database.update("analyze account_user");
        database.update("analyze second_factor");
    }

    @AfterEach
    void goHome() {
        for (Tenant each : List.of(tenant, other)) {
            database.update("delete from account_user where account_id = ?", each.id());
        }
        database.update("analyze account_user");
        database.update("analyze second_factor");
    }

    @Test
    void section5_everyListFindsItsUsersByIndex() throws SQLException {
        for (Map<String, String> filter : filters()) {
            String plan = plan(sqlOf(() -> page(filter, 25)));
            String index = "backup_codes_only".equals(filter.get("status"))
                    ? "second_factor_backup_codes_only"
                    : "account_user_by_account";
            assertTrue(plan.contains(index), plan);
            assertEquals(false, plan.contains("Seq Scan"), plan);
        }
    }

    /** For an account that is known to be large PostgreSQL might read all users there are, in the order of their ids. */
    @Test
    void section5_everyListIsPlannedForAnyAccount() {
        try (var log = new StatementLog()) {
            page(Map.of("q", "crowd 7"), 25);
            assertTrue(
                    log.statements().stream().anyMatch(sql -> sql.contains("force_generic_plan")),
                    () -> log.statements().toString());
        }
    }

    @Test
    void section5_aLongPageTakesNoMoreStatementsThanAShortOne() {
        long one = statementsFor(1);
        assertEquals(one, statementsFor(100));
        assertTrue(one <= 10, one + " statements for a page");
    }

    private static List<Map<String, String>> filters() {
        return List.of(
                Map.of(),
                Map.of("q", "crowd 7"),
                Map.of("status", "enabled"),
                Map.of("status", "not_enrolled"),
                Map.of("status", "backup_codes_only"),
                Map.of("status", "backup_codes_only", "q", "nobody"));
    }

    private void page(Map<String, String> filter, int limit) {
        ada.call()
                .queryParams(filter)
                .queryParam("limit", limit)
                .get("/v1/accounts/" + tenant.id() + "/users")
                .then()
                .statusCode(200);
    }

    /** How many statements one page takes; the least of some tries, as other work may go on meanwhile. */
    private long statementsFor(int limit) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = statistics.getPrepareStatementCount();
            page(Map.of(), limit);
            least = Math.min(least, statistics.getPrepareStatementCount() - before);
        }
        statistics.setStatisticsEnabled(false);
        return least;
    }

    private String sqlOf(Runnable call) {
        Logger logger = Logger.getLogger("org.hibernate.SQL");
        Level before = logger.getLevel();
        var statements = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                statements.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.setLevel(Level.ALL);
        logger.addHandler(listener);
        try {
            call.run();
        } finally {
            logger.removeHandler(listener);
            logger.setLevel(before);
        }
        return statements.stream()
                .filter(sql -> sql.contains("left join lateral"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(statements));
    }

    /** The plan for any values, which is what a statement that comes often ends up with. */
    private String plan(String sql) throws SQLException {
        var count = new AtomicInteger();
        String numbered = Pattern.compile("\\?").matcher(sql).replaceAll(found -> "\\$" + count.incrementAndGet());
        String nulls = String.join(", ", Collections.nCopies(count.get(), "null"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare listing as " + numbered);
            var lines = new StringJoiner("\n");
            try (ResultSet plan = statement.executeQuery("explain execute listing(" + nulls + ")")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("deallocate listing");
            statement.execute("reset plan_cache_mode");
            return lines.toString();
        }
    }

    private void fill(Tenant account) {
        database.update("""
                insert into account_user (id, account_id, pseudonym, email, display_name, admin, active,
                                          second_factor_managed_elsewhere, created_at, updated_at)
                select gen_random_uuid(), ?, gen_random_uuid(), 'crowd' || n || '@acme.example', 'Crowd ' || n, false, true,
                       false, now(), now()
                from generate_series(1, ?) n
                """, account.id(), MANY);
        database.update("""
                insert into second_factor (user_id, status, failed_attempts)
                select id, case when display_name like '%995' then 'BACKUP_CODES_ONLY' else 'ENABLED' end, 0
                from account_user where account_id = ? and display_name like 'Crowd %5'
                """, account.id());
    }
}

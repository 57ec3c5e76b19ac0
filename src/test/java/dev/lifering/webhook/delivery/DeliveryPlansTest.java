package dev.lifering.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.StatementLog;
import dev.lifering.webhook.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is asked for all the time is found along an index, however much waits or was delivered. */
@QuarkusTest
class DeliveryPlansTest extends WebhookTest {
    @Inject
    DeliveryService deliveries;

    @Inject
    ReplayService replays;

    @Inject
    DataSource source;

    @Test
    void section5_whatIsDueIsFoundAlongItsIndex() throws SQLException {
        Endpoint endpoint = receiver.endpoint();
        String plan = plan(() -> deliveries.take(endpoint, time.instant(), 16), "for update skip locked");
        assertTrue(plan.contains("Index Scan using webhook_delivery_due"), plan);
        assertTrue(plan.contains("Index Scan using webhook_delivery_pk"), plan);
        assertInOrder(plan);
    }

    @Test
    void section5_whatIsGivenUpIsFoundAlongTheSameIndex() throws SQLException {
        Endpoint endpoint = receiver.endpoint();
        String plan = plan(() -> deliveries.giveUpOverdue(endpoint, time.instant()), "coalesce(problem");
        assertTrue(plan.contains("Index Scan using webhook_delivery_due"), plan);
        assertInOrder(plan);
    }

    @Test
    void section5_whatIsParkedIsReadInItsOrder() throws SQLException {
        Endpoint endpoint = endpoints.open(receiver.endpoint());
        String plan =
                plan(() -> replays.page(endpoint.name(), DeliveryState.PARKED, null, 50), "from webhook_delivery");
        assertTrue(plan.contains("using webhook_delivery_by_state"), plan);
        assertInOrder(plan);
    }

    private static void assertInOrder(String plan) {
        assertFalse(plan.contains("Seq Scan on webhook_delivery") || plan.contains("Sort"), plan);
    }

    /** The plan of the statement that holds this text, for any values. */
    private String plan(Runnable work, String text) throws SQLException {
        List<String> statements;
        try (var log = new StatementLog()) {
            work.run();
            statements = log.statements();
        }
        String sql = statements.stream()
                .filter(one -> one.contains(text))
                .findFirst()
                .orElseThrow();
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

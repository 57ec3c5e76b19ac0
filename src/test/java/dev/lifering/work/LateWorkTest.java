package dev.lifering.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.MovableTime;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a transaction that nobody sees, so that all work there is is the test's. */
@QuarkusTest
class LateWorkTest {
    private static final Duration LATE = Duration.ofSeconds(121);
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    LateWork late;

    @Inject
    DataSource database;

    @Inject
    MovableTime time;

    @BeforeEach
    void nothingToDo() throws SQLException {
        QuarkusTransaction.begin();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from scheduled_tasks");
        }
    }

    @AfterEach
    void asItWas() {
        QuarkusTransaction.rollback();
    }

    @Test
    void withoutWorkNothingIsLate() {
        assertEquals(Map.of(state("overdue"), 0.0, state("failing"), 0.0), late.read());
        assertEquals(late.read().keySet(), late.series());
    }

    @Test
    void whatNobodyHasTakenUpForTwoMinutesIsOverdue() throws SQLException {
        work(LATE, false, 0);
        work(SOON, false, 0);
        work(LATE, true, 0);
        assertEquals(1.0, late.read().get(state("overdue")));
    }

    @Test
    void whatFailedTheLastTimeIsFailing() throws SQLException {
        work(SOON, false, 0);
        work(SOON, false, 1);
        work(SOON, true, 7);
        assertEquals(Map.of(state("overdue"), 0.0, state("failing"), 2.0), late.read());
    }

    private void work(Duration dueSince, boolean picked, int failures) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                                + " consecutive_failures, version) values ('test', ?, ?, ?, ?, 1)")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setObject(2, OffsetDateTime.ofInstant(time.instant().minus(dueSince), ZoneOffset.UTC));
            statement.setBoolean(3, picked);
            statement.setInt(4, failures);
            statement.executeUpdate();
        }
    }

    private static Tags state(String name) {
        return Tags.of("state", name);
    }
}

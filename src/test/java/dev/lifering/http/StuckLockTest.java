package dev.lifering.http;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lock that somebody holds on to keeps a request waiting for a while, and no connection for longer. */
@QuarkusTest
class StuckLockTest {
    @Inject
    DataSource source;

    @Inject
    Database database;

    @Inject
    MovableTime time;

    @Test
    void everyConnectionWaitsForALockForEightSecondsAtMost() {
        assertEquals("8s", database.row("show lock_timeout").get("lock_timeout"));
    }

    @Test
    @Tag("slow")
    void whoWaitsForALockTooLongIsToldToComeAgain() throws SQLException {
        Member ada = Tenant.direct(time).user();
        try (Connection holder = source.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table kept_answer in access exclusive mode");
            refused(enrol(ada), ProblemType.UNAVAILABLE);
            holder.rollback();
        }
        enrol(ada).statusCode(201);
    }

    private static ValidatableResponse enrol(Member member) {
        return member.call()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/me/enrolments")
                .then();
    }
}

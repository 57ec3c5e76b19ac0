package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.RejectedExecutionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static ProblemType answer(Throwable failure) {
        return Refusals.of(failure).type();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53000", "53300", "40P01", "40001",
                "23503"
            })
    void databaseTroublePasses(String state) {
        assertEquals(ProblemType.UNAVAILABLE, answer(new RuntimeException(new SQLException("any", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42601", "57014", "XX000"})
    void otherDatabaseErrorsAreDefects(String state) {
        assertEquals(ProblemType.INTERNAL_ERROR, answer(new RuntimeException(new SQLException("any", state))));
    }

    @Test
    void poolAndThreadsRunOut() {
        assertEquals(ProblemType.UNAVAILABLE, answer(new SQLException("Sorry, acquisition timeout!")));
        assertEquals(
                ProblemType.UNAVAILABLE, answer(new SQLException("canceling statement due to lock timeout", "55P03")));
        assertEquals(
                ProblemType.UNAVAILABLE,
                answer(new SQLException("Acquisition timeout while waiting for new connection")));
        assertEquals(ProblemType.UNAVAILABLE, answer(new SQLNonTransientConnectionException("gone")));
        assertEquals(ProblemType.UNAVAILABLE, answer(new RejectedExecutionException()));
        assertEquals(ProblemType.INTERNAL_ERROR, answer(new IOException(new ConnectException("elsewhere"))));
    }

    @Test
    void troubleOfACommitPassesThoughItIsOnlySuppressed() {
        var commit = new RollbackException("Could not commit transaction.");
        commit.addSuppressed(new XAException().initCause(new SQLException("No space left on device", "53100")));
        assertEquals(ProblemType.UNAVAILABLE, answer(new IllegalStateException(commit)));
    }

    @Test
    void refusalComesThroughWhateverWrapsIt() {
        Problem problem = ProblemType.MANDATORY.because("No.");
        assertSame(problem, Refusals.of(new IllegalStateException(new RuntimeException(problem))));
        assertSame(problem, Refusals.of(new BadRequestException(problem)));
    }

    @Test
    void causesThatGoInCirclesEnd() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));
        assertEquals(ProblemType.INTERNAL_ERROR, answer(outer));
    }
}

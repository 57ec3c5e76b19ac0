package dev.lifering.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** Tells trouble that passes (no connection, no room) from a defect. */
final class DatabaseTrouble {
    /**
     * PostgreSQL, Appendix A: connection exceptions, operator intervention, insufficient resources, lock not available, and
     * what another transaction stopped: a deadlock, a serialization failure, a row erased since it was read (every foreign
     * key of ours is to a row that was read before).
     */
    private static final List<String> PASSING = List.of("08", "57P0", "53", "55P03", "40P01", "40001", "23503");

    private static final String POOL_EXHAUSTED = "acquisition timeout";

    private DatabaseTrouble() {}

    static boolean isPassing(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof RejectedExecutionException) {
            return true;
        }
        return cause instanceof SQLException sql && (hasPassingState(sql) || isPoolExhausted(sql));
    }

    private static boolean hasPassingState(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }

    /** The pool gives no state, only words, in which "acquisition" begins large or small. */
    private static boolean isPoolExhausted(SQLException sql) {
        String words = sql.getMessage();
        return words != null && words.toLowerCase(Locale.ROOT).contains(POOL_EXHAUSTED);
    }
}

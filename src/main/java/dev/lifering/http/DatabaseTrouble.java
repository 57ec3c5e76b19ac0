package dev.lifering.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** Tells trouble that passes (no connection, no room) from a defect. */
final class DatabaseTrouble {
    /** PostgreSQL, Appendix A: connection exceptions, operator intervention, insufficient resources, lock not available. */
    private static final List<String> PASSING = List.of("08", "57P0", "53", "55P03");

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

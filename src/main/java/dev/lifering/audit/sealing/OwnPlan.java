package dev.lifering.audit.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Has PostgreSQL plan each page for its own range. A plan for any values takes the range for a small one and sorts what is
 * in it, which for a page of a long trail would be all that is still to come.
 */
final class OwnPlan {
    private OwnPlan() {}

    /** For what is read until the transaction ends. */
    static void demand(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_custom_plan");
        }
    }
}

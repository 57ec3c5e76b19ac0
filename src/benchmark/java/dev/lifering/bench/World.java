package dev.lifering.bench;

import java.sql.DriverManager;
import java.sql.SQLException;

/** What the scenarios share. */
record World(Population population, Turns turns, Tokens tokens, Keys keys, String jdbcUrl) {

    /** The first column of the first row. */
    long count(String sql) throws SQLException {
        try (var database = DriverManager.getConnection(jdbcUrl);
                var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    void run(String sql) throws SQLException {
        try (var database = DriverManager.getConnection(jdbcUrl);
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until the mails are out, for some minutes at most. */
    void awaitMails() throws SQLException, InterruptedException {
        for (int i = 0; i < 600 && count("select count(*) from mail where state = 'QUEUED'") > 0; i++) {
            Thread.sleep(500);
        }
    }
}

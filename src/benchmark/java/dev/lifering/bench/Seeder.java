package dev.lifering.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills an empty schema with a population. Says how long it took. */
final class Seeder {
    private static final int THREADS = 2;

    private final String jdbcUrl;
    private final Population population;
    private final SeedRows rows;

    Seeder(String jdbcUrl, Population population, Keys keys) {
        this.jdbcUrl = jdbcUrl;
        this.population = population;
        this.rows = new SeedRows(population, keys);
    }

    /** Does nothing where the population is there already; refuses another one. */
    void seed() throws Exception {
        if (isThere()) {
            System.out.println("the database holds the population already");
            return;
        }
        long start = System.nanoTime();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> tables = rows.tables().stream()
                    .<Callable<Void>>map(table -> () -> copy(table))
                    .toList();
            for (Future<Void> table : pool.invokeAll(tables)) {
                finished(table);
            }
        } finally {
            pool.shutdown();
        }
        double copied = (System.nanoTime() - start) / 1e9;
        run("vacuum analyze");
        run("create table bench_population as select " + population.users() + " as users");
        run("checkpoint");
        double all = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "seeded %,d users in %.1f s, with VACUUM ANALYZE and CHECKPOINT in %.1f s%n",
                population.users(), copied, all);
    }

    private boolean isThere() throws SQLException {
        try (Connection database = DriverManager.getConnection(jdbcUrl);
                var statement = database.createStatement()) {
            try (var found = statement.executeQuery("select to_regclass('bench_population') is not null")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return false;
                }
            }
            try (var found = statement.executeQuery("select users from bench_population")) {
                found.next();
                if (found.getInt(1) != population.users()) {
                    throw new IllegalStateException("the database holds " + found.getInt(1) + " users");
                }
            }
        }
        return true;
    }

    private Void copy(SeedTable table) throws Exception {
        try (Connection database = DriverManager.getConnection(jdbcUrl);
                var statement = database.createStatement()) {
            // Rows that refer to each other arrive at the same time; who refers to whom is right by construction.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            long start = System.nanoTime();
            long written = table.copy(database);
            System.out.printf("  %-16s %,12d rows %6.1f s%n", table.name(), written, (System.nanoTime() - start) / 1e9);
        }
        return null;
    }

    private static void finished(Future<Void> table) throws Exception {
        try {
            table.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection(jdbcUrl);
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

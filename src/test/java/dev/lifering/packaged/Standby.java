package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A synchronous standby of a PostgreSQL: a copy of its files, as {@code pg_basebackup} would make it, that follows it. From
 * then on the primary acknowledges nothing that the standby has not written to disk too.
 */
final class Standby implements AutoCloseable {
    private static final String NAME = "standby";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private Standby(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Standby of(EmbeddedPostgres primary, Path primaryFiles, Path files) throws IOException, SQLException {
        backUp(primary, primaryFiles, files);
        String source = "host=127.0.0.1 port=" + primary.getPort() + " user=postgres application_name=" + NAME;
        Files.writeString(
                files.resolve("postgresql.auto.conf"),
                "primary_conninfo = '" + source + "'\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.createFile(files.resolve("standby.signal"));
        var standby = new Standby(EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100")
                .start());
        makeSynchronous(primary);
        return standby;
    }

    int port() {
        return postgres.getPort();
    }

    /** Makes it the primary. */
    void promote() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }

    /** What a power cut does to the server whose files these are. */
    static void kill(Path files) throws IOException, InterruptedException {
        long id = Long.parseLong(
                Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(id).orElseThrow();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void backUp(EmbeddedPostgres primary, Path from, Path to) throws IOException, SQLException {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // The server of tests acknowledges before it has written, which would be none of the standby's faults.
            statement.execute("alter role postgres set synchronous_commit = on");
            statement.execute("select pg_backup_start('standby', true)");
            copy(from, to);
            try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    private static void makeSynchronous(EmbeddedPostgres primary) throws SQLException {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '" + NAME + "'");
            statement.execute("select pg_reload_conf()");
            await().atMost(PATIENCE).until(() -> {
                try (var rows = statement.executeQuery("select 1 from pg_stat_replication where application_name = '"
                        + NAME + "' and state = 'streaming' and sync_state = 'sync'")) {
                    return rows.next();
                }
            });
        }
    }

    /** All files but those that a backup leaves out: the write-ahead log, which the standby fetches, and process ids. */
    private static void copy(Path from, Path to) throws IOException {
        Path log = from.resolve("pg_wal");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                Files.createDirectories(
                        to.resolve(from.relativize(folder)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                boolean left =
                        file.startsWith(log) || file.getFileName().toString().startsWith("postmaster.");
                if (!left) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException removedMeanwhile) {
                        // What is needed of it is in the write-ahead log.
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

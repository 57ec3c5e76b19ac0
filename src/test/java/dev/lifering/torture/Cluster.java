package dev.lifering.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL of its own that waits for the disk as in production, and can be killed, frozen and started again. */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binaries;
    private final Path folder;
    private final int port;

    /** Makes the cluster in this folder, which the owner of PostgreSQL must be able to enter, and starts it. */
    Cluster(Path binaries, Path folder) throws IOException, InterruptedException {
        this.binaries = binaries;
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(program("initdb", "-D", data(), "-U", "postgres", "-E", "UTF8", "--no-locale", "-A", "trust"));
        start();
    }

    int port() {
        return port;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    /** Starts it and waits until it takes connections, after a crash when it has recovered. */
    void start() throws IOException {
        Process server = launch();
        Instant end = Instant.now().plus(PATIENCE);
        while (!takesConnections()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("PostgreSQL does not start");
            }
            if (!server.isAlive()) {
                // What is left of the one before still holds its memory.
                server = launch();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(program("postgres", "-D", data(), "-p", String.valueOf(port)));
        List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        // Tells in which order changes were committed.
                        "track_commit_timestamp=on")
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("postgres.log").toFile()))
                .start();
    }

    /** What {@code kill -9} of the server and all its processes does. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        Signals.send("STOP", Stream.of(postmaster));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        Signals.send("KILL", all.stream());
        // The others have nobody to bury them but the system, which may take its time.
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
    }

    void freeze() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        Signals.send("STOP", Stream.of(postmaster));
        Signals.send("STOP", postmaster.descendants());
    }

    void resume() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        Signals.send("CONT", Stream.concat(postmaster.descendants(), Stream.of(postmaster)));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(pidFile())) {
            ProcessHandle postmaster = postmaster();
            resume();
            Signals.send("INT", Stream.of(postmaster));
            postmaster.onExit().join();
        }
    }

    private boolean takesConnections() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private ProcessHandle postmaster() throws IOException {
        long id = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        return ProcessHandle.of(id).orElseThrow(() -> new AssertionError("PostgreSQL does not run"));
    }

    private Path pidFile() {
        return folder.resolve("data").resolve("postmaster.pid");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + output);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"));
        }
        command.add(binaries.resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}

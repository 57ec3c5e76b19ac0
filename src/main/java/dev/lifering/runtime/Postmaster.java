package dev.lifering.runtime;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The main process of a PostgreSQL server, found through the file that the server keeps in its data directory. */
final class Postmaster {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final int STOP_SECONDS = 10;

    private final Path directory;
    private final ProcessHandle process;

    private Postmaster(Path directory, ProcessHandle process) {
        this.directory = directory;
        this.process = process;
    }

    /**
     * Stops the server that outlived a killed JVM. Call it only while holding the lock on the directory, so that the
     * server cannot belong to anybody.
     */
    static void stopLeftOver(Path directory) {
        var file = pidFile(directory);
        var process = process(file);
        if (process.isEmpty()) {
            return;
        }
        var postmaster = new Postmaster(directory, process.get());
        if (!postmaster.isServer()) {
            // The number went to another process since; PostgreSQL would take that for itself and not start.
            delete(file);
            return;
        }
        LOG.infof("Stopping the PostgreSQL that an earlier run has left in %s", directory);
        if (!postmaster.stop(List.of())) {
            throw new ConfigurationException("The PostgreSQL that an earlier run has left in " + directory
                    + " does not stop; end process " + process.get().pid());
        }
    }

    /** Stops the running server when the JVM stops; the lock is held until then. */
    static void stopWithJvm(Path directory, FileLock lock) {
        var postmaster = process(pidFile(directory))
                .map(process -> new Postmaster(directory, process))
                .orElseThrow(() -> new IllegalStateException("PostgreSQL left no process id in " + directory));
        // All that is needed then is made now: in dev mode the class loader is closed before.
        var fastStop = postmaster.fastStopCommand();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (lock.isValid()) {
                                postmaster.stop(fastStop);
                            }
                        },
                        "stop-embedded-postgres"));
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("postmaster.pid");
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the process is a PostgreSQL on our directory, as far as the operating system tells. */
    private boolean isServer() {
        var info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean ours = info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                .orElse(true);
        return postgres && ours;
    }

    /** First lets sessions end by themselves (the service is stopping too), then ends them, then the server. */
    private boolean stop(List<String> fastStop) {
        process.destroy();
        if (ends()) {
            return true;
        }
        if (!fastStop.isEmpty() && succeeds(fastStop)) {
            return true;
        }
        process.destroyForcibly();
        return ends();
    }

    private boolean ends() {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> fastStopCommand() {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // The programs refuse to run as root; the library starts them in a user namespace, and so do we.
            command.addAll(List.of("unshare", "-U"));
        }
        var server = process.info().command().map(Path::of);
        if (server.isEmpty()) {
            return List.of();
        }
        command.add(server.get().resolveSibling("pg_ctl").toString());
        command.addAll(
                List.of("stop", "-D", directory.toString(), "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS)));
        return command;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException locked) {
            throw new UncheckedIOException("cannot delete " + file, locked);
        }
    }
}

package dev.lifering.runtime;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * PostgreSQL beside the service, for demo, development, tests and one small machine. It keeps its data over restarts,
 * listens on the loopback interface only, and asks for a password that is made once.
 */
final class EmbeddedDatabase {
    /** The role and the database of the service; not the superuser, so that it can do no more than elsewhere. */
    static final String USER = "lifering";

    /**
     * The lock, and the start of the system property that holds the URL. A constant string is the same object for all
     * class loaders; live reload and test profiles bring a new one each time, while PostgreSQL goes on.
     */
    private static final String ONCE_PER_JVM = "dev.lifering.embedded-postgres";

    private static final int PASSWORD_BYTES = 24;

    private EmbeddedDatabase() {}

    /** The JDBC URL of the database in this data directory, which is started unless it runs. */
    static String url(DataDirectory data) {
        synchronized (ONCE_PER_JVM) {
            var property = ONCE_PER_JVM + "." + data.root();
            var running = System.getProperty(property);
            if (running != null) {
                return running;
            }
            var url = start(data);
            System.setProperty(property, url);
            return url;
        }
    }

    /** The password of {@link #USER}. */
    static String password(DataDirectory data) {
        var file = data.file("postgres-password", EmbeddedDatabase::freshPassword);
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static String freshPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }

    private static String start(DataDirectory data) {
        data.create();
        var lock = lock(data.resolve("postgres.lock"))
                .orElseThrow(() -> new ConfigurationException("Another process uses the embedded PostgreSQL in "
                        + data.root() + ". Stop it, or set lifering.data-directory (LIFERING_DATA_DIRECTORY) to another"
                        + " directory."));
        var directory = data.resolve("postgres");
        Postmaster.stopLeftOver(directory);
        int port = new EmbeddedServer(data, directory, password(data)).start();
        Postmaster.stopWithJvm(directory, lock);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
    }

    /** Held as long as the JVM lives; the operating system gives it back however the JVM ends. */
    private static Optional<FileLock> lock(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot lock " + file, unwritable);
        }
    }
}

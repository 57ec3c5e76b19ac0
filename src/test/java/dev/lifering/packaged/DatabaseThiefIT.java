package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeyPurpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever steals the database, with all its files and its write-ahead log, finds no secret in it. That is more than a dump
 * shows: rows that were deleted are in it too.
 */
@Tag("slow")
class DatabaseThiefIT {

    @Test
    void aUsedDatabaseHoldsNoSecretCodePepperOrToken() throws Exception {
        try (var installation = new Installation()) {
            Map<String, byte[]> secrets;
            try (var smtp = new SmtpListener();
                    var replica = Replica.start(smtp.settings(installation))) {
                secrets = Life.live(installation, replica, smtp);
                checkpoint(installation);
            }
            secrets.putAll(Life.keyMaterial(installation));
            List<byte[]> files = databaseFiles(installation.databaseFiles());
            assertTrue(isIn(files, marker(installation)), "the search would not find what is there");
            List<String> found = secrets.entrySet().stream()
                    .filter(secret -> isIn(files, secret.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    /** Something that is in the database for sure. */
    private static byte[] marker(Installation installation) {
        return Life.ascii(installation.keys().currentKeyId(KeyPurpose.PEPPER));
    }

    private static void checkpoint(Installation installation) throws Exception {
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private static List<byte[]> databaseFiles(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (var paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*/(base|pg_wal)/.*"))
                    .forEach(path -> files.add(read(path)));
        }
        return files;
    }

    private static boolean isIn(List<byte[]> files, byte[] secret) {
        String wanted = new String(secret, StandardCharsets.ISO_8859_1);
        return files.stream().anyMatch(file -> new String(file, StandardCharsets.ISO_8859_1).contains(wanted));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

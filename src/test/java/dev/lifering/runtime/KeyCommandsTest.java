package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeyPurpose;
import dev.lifering.crypto.KeySet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void generateKeysPrintsAKeySetAndNothingElse() {
        assertEquals(0, run("generate-keys"));
        KeySet.parse(text(out));
        assertEquals("", text(err));
    }

    @Test
    void rotateKeysPrintsTheSetWithNewKeysInFront() throws IOException {
        run("generate-keys");
        var before = KeySet.parse(text(out));
        var file = Files.writeString(directory.resolve("keys.json"), text(out));
        out.reset();
        assertEquals(0, run("rotate-keys", file.toString()));
        var after = KeySet.parse(text(out));
        assertEquals(2, after.keyIds(KeyPurpose.ENCRYPTION).size());
        assertTrue(after.keyIds(KeyPurpose.ENCRYPTION).contains(before.currentKeyId(KeyPurpose.ENCRYPTION)));
    }

    @Test
    void rotateKeysSaysInOneLineWhatIsWrongWithTheFile() throws IOException {
        assertEquals(2, run("rotate-keys", "/nowhere.json"));
        assertEquals(
                "rotate-keys: the file /nowhere.json cannot be read (NoSuchFileException)",
                text(err).strip());
        err.reset();
        var file = Files.writeString(directory.resolve("keys.json"), "{\"keys\":[]}");
        assertEquals(2, run("rotate-keys", file.toString()));
        assertEquals(1, text(err).lines().count());
        assertEquals("", text(out));
    }

    @Test
    void anythingElseExplainsTheUse() {
        for (var wrong : List.of(
                List.of("rotate-keys"),
                List.of("generate-keys", "now"),
                List.of("--help"),
                List.of("rotate-keys", "a", "b"))) {
            err.reset();
            assertEquals(2, run(wrong.toArray(String[]::new)));
            assertTrue(text(err).startsWith("Usage:"), wrong.toString());
        }
        assertEquals("", text(out));
    }

    private int run(String... args) {
        var time = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));
        return new KeyCommands(time, new SecureRandom(), printer(out), printer(err)).run(List.of(args));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

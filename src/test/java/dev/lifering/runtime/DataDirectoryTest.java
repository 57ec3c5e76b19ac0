package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void aFileIsWrittenOnce() throws IOException {
        var data = new DataDirectory(parent.resolve("data"));
        var file = data.file("note", () -> "first");
        data.file("note", () -> "second");
        assertEquals("first", Files.readString(file));
        try (var files = Files.list(data.root())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanLookInside() throws IOException {
        var data = new DataDirectory(parent.resolve("data"));
        assertEquals("rw-------", permissions(data.file("note", () -> "")));
        assertEquals("rwx------", permissions(data.directory("more")));
        assertEquals("rwx------", permissions(data.root()));
    }

    @Test
    void demoKeysAreMadeOnceAndFitTogether() throws IOException, JoseException {
        var keys = new DemoKeys(new DataDirectory(parent.resolve("data")));
        KeySet.read(keys.keySet().toString());
        var publicKey = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(keys.issuerPublicKey()));
        var privateKey = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(keys.issuerKey()));
        assertEquals(privateKey.getPublicKey(), publicKey.getPublicKey());
        assertEquals(privateKey.getKeyId(), publicKey.getKeyId());
        assertTrue(privateKey.getPrivateKey() != null && publicKey.getPrivateKey() == null);
        assertEquals(Files.readString(keys.keySet()), Files.readString(keys.keySet()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

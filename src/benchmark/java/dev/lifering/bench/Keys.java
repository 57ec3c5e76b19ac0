package dev.lifering.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The current keys of the key set that the application under test has. */
record Keys(String json, String encryptionId, Key encryption, String pepperId, Key pepper) {

    static Keys read(Path file) throws IOException, JoseException {
        var json = Files.readString(file);
        JsonWebKey encryption = first(json, "enc");
        JsonWebKey pepper = first(json, "sig");
        return new Keys(json, encryption.getKeyId(), encryption.getKey(), pepper.getKeyId(), pepper.getKey());
    }

    private static JsonWebKey first(String json, String use) throws JoseException {
        return new JsonWebKeySet(json)
                .getJsonWebKeys().stream()
                        .filter(key -> "oct".equals(key.getKeyType()) && use.equals(key.getUse()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no key for " + use));
    }
}

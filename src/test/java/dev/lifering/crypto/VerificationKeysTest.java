package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationKeysTest {

    @Test
    void findsEachKeyThatSignsAssertionsByItsId() {
        var keys = VerificationKeys.parse(Keys.set(Keys.publicAssertion("old"), Keys.publicAssertion("new")));
        assertTrue(keys.find("old").isPresent());
        assertTrue(keys.find("new").isPresent());
        assertTrue(keys.find("other").isEmpty());
        assertEquals(2, keys.toString().split(",").length);
    }

    @Test
    void readsTheSetThatTheServicePublishes() {
        KeySet own = Keys.fresh();
        assertTrue(VerificationKeys.parse(own.publicJwksJson())
                .find(own.signingKey().keyId())
                .isPresent());
    }

    /** A set may hold keys for other purposes and of kinds that are made up later (RFC 7517 §5). */
    @Test
    void passesOverWhatItDoesNotKnow() {
        var keys = VerificationKeys.parse(Keys.set(
                "7",
                "{\"kty\":\"XYZ\",\"kid\":\"later\"}",
                "{\"kty\":\"EC\",\"kid\":\"broken\",\"crv\":\"P-256\",\"x\":\"AA\"}",
                "{\"kid\":\"nothing else\"}",
                Keys.pepper("pepper"),
                Keys.curve("wider", OutputControlLevel.PUBLIC_ONLY, EllipticCurves.P_384),
                Keys.publicAssertion("good")));
        assertTrue(keys.find("good").isPresent());
        for (String other : new String[] {"later", "broken", "nothing else", "pepper", "wider"}) {
            assertFalse(keys.find(other).isPresent(), other);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                  | the JWK Set is not well-formed JSON",
                "not JSON           | the JWK Set is not well-formed JSON",
                "{}                 | the JWK Set has no member keys that is an array",
                "{\"keys\":{}}    | the JWK Set has no member keys that is an array",
                "{\"keys\":[]}    | there is no EC key on P-256 with a kid",
                "{\"keys\":[{}]}  | there is no EC key on P-256 with a kid",
            })
    void saysWhatIsWrongWithASet(String json, String message) {
        assertEquals(
                message,
                assertThrows(InvalidKeySet.class, () -> VerificationKeys.parse(json))
                        .getMessage());
    }

    @Test
    void saysWhichFileCannotBeRead() {
        var refusal = assertThrows(InvalidKeySet.class, () -> VerificationKeys.read(Path.of("no-such-file.json")));
        assertEquals("the file no-such-file.json cannot be read (NoSuchFileException)", refusal.getMessage());
    }
}

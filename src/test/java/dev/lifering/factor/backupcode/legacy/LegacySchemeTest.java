package dev.lifering.factor.backupcode.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of other products' codes, and what is hashed here of each. */
class LegacySchemeTest {

    /** keycloak/keycloak, {@code server-spi/src/test/java/org/keycloak/models/credential/RecoveryCodesUnitTest.java}. */
    @Test
    void ofKeycloaksItIsTheDigestThatKeycloakKeeps() {
        Secret kept = Secret.of(Base64.getDecoder()
                .decode("OnOEi8vsNqnI2s6t2IxU2+A+KrzWAVpR9AHExeQgDzTuoiU1qPzFsOpFIy8wb6EtPEGHKj0ehgHyTbuBTyChhg=="));
        assertEquals(Optional.of(kept), LegacyScheme.KEYCLOAK.read("L9RRAUWYKARB"));
        assertEquals(Optional.of(kept), LegacyScheme.KEYCLOAK.read(" l9rr-auwy-karb "));
        assertNotEquals(Optional.of(kept), LegacyScheme.KEYCLOAK.read("L9RRAUWYKARC"));
    }

    @Test
    void ofKratosItIsTheCodeInSmallLetters() {
        assertEquals(Optional.of(secret("x2a4c6e8")), LegacyScheme.KRATOS.read("X2A4 c6e8"));
    }

    @Test
    void ofBetterAuthsItIsTheCodeWithoutItsHyphenAndCaseCounts() {
        assertEquals(Optional.of(secret("k3Vd9Qz71B")), LegacyScheme.BETTER_AUTH.read("k3Vd9-Qz71B"));
        assertNotEquals(LegacyScheme.BETTER_AUTH.read("k3Vd9-Qz71B"), LegacyScheme.BETTER_AUTH.read("k3vd9-qz71b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "        ",
                "1234567",
                "1234567890123",
                "ABCDEFG",
                "A7QF3-M9D2X-WRK4T",
                "abcdefg!",
                "abcdefgé"
            })
    void otherTextsAreNone(String text) {
        assertFalse(LegacyScheme.isForm(text));
        for (LegacyScheme scheme : LegacyScheme.values()) {
            assertEquals(Optional.empty(), scheme.read(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "abcdefgh", "ABCD-EFGH-IJKL", " a b c d e f g h ", "k3Vd9-Qz71B"})
    void eightToTwelveLettersAndDigitsAre(String text) {
        assertTrue(LegacyScheme.isForm(text));
    }

    /** The column that keeps the label has 16 characters, that for the name of the scheme too. */
    @ParameterizedTest
    @EnumSource
    void namesFitTheirColumns(LegacyScheme scheme) {
        assertTrue(scheme.label().length() <= 16);
        assertTrue(scheme.name().length() <= 16);
    }

    @Test
    void aSetHasOneToThirtyTwoDifferentCodes() {
        List<Secret> many = IntStream.range(0, 33)
                .mapToObj(number -> secret("code" + number))
                .toList();
        assertEquals(
                32,
                new ForeignCodes(LegacyScheme.KRATOS, many.subList(0, 32))
                        .codes()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> new ForeignCodes(LegacyScheme.KRATOS, many));
        assertThrows(IllegalArgumentException.class, () -> new ForeignCodes(LegacyScheme.KRATOS, List.of()));
        List<Secret> twice = List.of(secret("a"), secret("a"));
        assertThrows(IllegalArgumentException.class, () -> new ForeignCodes(LegacyScheme.KRATOS, twice));
    }

    private static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}

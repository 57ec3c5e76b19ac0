package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeySetTest {
    @Test
    void aFreshSetHasOneKeyForEachPurposeWithTheDateInItsId() {
        var keys = Keys.fresh();
        assertTrue(keys.currentKeyId(KeyPurpose.ENCRYPTION).matches("enc-20261124-[0-9A-HJKMNP-TV-Z]{4}"));
        assertTrue(keys.currentKeyId(KeyPurpose.PEPPER).startsWith("pepper-20261124-"));
        assertTrue(keys.signingKey().keyId().startsWith("assertion-20261124-"));
    }

    @Test
    void whatIsWrittenCanBeRead() {
        var json = Keys.fresh().toJson();
        assertEquals(json, KeySet.parse(json).toJson());
    }

    @Test
    void rotatingPutsNewKeysInFrontAndKeepsTheOld() {
        var old = Keys.fresh();
        var rotated = KeySet.parse(old.rotated(Keys.RANDOM, Keys.NOW).toJson());
        for (KeyPurpose purpose : KeyPurpose.values()) {
            assertEquals(2, rotated.keyIds(purpose).size());
            assertFalse(old.keyIds(purpose).contains(rotated.currentKeyId(purpose)));
            assertTrue(rotated.keyIds(purpose).containsAll(old.keyIds(purpose)));
        }
    }

    @Test
    void theFirstKeyOfAPurposeIsCurrent() {
        var keys = KeySet.parse(Keys.set(
                Keys.pepper("p1"),
                Keys.assertion("a1"),
                Keys.encryption("e1"),
                Keys.encryption("e2"),
                Keys.assertion("a2")));
        assertEquals(List.of("e1", "e2"), List.copyOf(keys.keyIds(KeyPurpose.ENCRYPTION)));
        assertEquals("p1", keys.currentKeyId(KeyPurpose.PEPPER));
        assertEquals("a1", keys.signingKey().keyId());
    }

    @Test
    void thePublicSetHasEveryAssertionKeyAndNothingPrivate() {
        var json = KeySet.parse(Keys.set(
                        Keys.encryption("e1"), Keys.pepper("p1"), Keys.assertion("a1"), Keys.publicAssertion("a0")))
                .publicJwksJson();
        assertTrue(json.contains("\"a1\"") && json.contains("\"a0\""), json);
        assertFalse(json.contains("\"d\"") || json.contains("\"k\"") || json.contains("oct"), json);
    }

    @Test
    void isReadFromAPathOrAFileUrl(@TempDir Path directory) throws IOException {
        var keys = Keys.fresh();
        var file = Files.writeString(directory.resolve("keys.json"), keys.toJson());
        assertEquals(keys.toJson(), KeySet.read(file.toString()).toJson());
        assertEquals(keys.toJson(), KeySet.read(file.toUri().toString()).toJson());
        assertEquals(keys.toJson(), KeySet.read("file:" + file).toJson());
    }

    @Test
    void saysWhichFileCannotBeRead() {
        var refused = assertThrows(InvalidKeySet.class, () -> KeySet.read("/nowhere/keys.json"));
        assertEquals("the file /nowhere/keys.json cannot be read (NoSuchFileException)", refused.getMessage());
    }

    static Stream<Arguments> refusals() {
        var good = List.of(Keys.encryption("e1"), Keys.pepper("p1"), Keys.assertion("a1"));
        return Stream.of(
                refusal("not well-formed", "{\"keys\":["),
                refusal("not well-formed", ""),
                refusal("no member keys", "{}"),
                refusal("no member keys", "{\"keys\":7}"),
                refusal("not an object", "{\"keys\":[7]}"),
                refusal("no key for enc", Keys.set()),
                refusal("no key for enc", Keys.set(good.get(1), good.get(2))),
                refusal("no key for pepper", Keys.set(good.get(0), good.get(2))),
                refusal("no key for assertion", Keys.set(good.get(0), good.get(1))),
                refusal("key number 2: it needs a member kid", Keys.set(good.get(0), Keys.pepper(""))),
                refusal("key number 1: it needs a member kid", Keys.set(Keys.pepper("two words"))),
                refusal("key number 1: it needs a member kid", Keys.set("{\"kty\":\"oct\"}")),
                refusal("key e1: the key id is used twice", Keys.set(good.get(0), Keys.pepper("e1"))),
                refusal("key e1: all its bytes are zero", Keys.set(Keys.repeated("e1", "enc", 0))),
                refusal("key e1: its bytes repeat", Keys.set(Keys.repeated("e1", "enc", 7))),
                refusal("key p1: its bytes repeat", Keys.set(text("p1", "sig", "changemechangemechangemechangeme"))),
                refusal("key e1: it has 128 bits, and needs 256", Keys.set(Keys.oct("e1", "enc", 16))),
                refusal("key p1: it has 248 bits, and needs 256", Keys.set(Keys.oct("p1", "sig", 31))),
                refusal("key e1: it has 512 bits, and A256GCM", Keys.set(Keys.oct("e1", "enc", 64))),
                refusal("key x: nothing is done with kty oct and use null", Keys.set(withoutUse(Keys.pepper("x")))),
                refusal("key x: it is malformed", Keys.set("{\"kty\":\"oct\",\"kid\":\"x\",\"use\":\"enc\"}")),
                refusal("key x: it is malformed", Keys.set("{\"kty\":\"what\",\"kid\":\"x\",\"use\":\"enc\"}")),
                refusal("key p1: its alg must be HS256", Keys.set(withAlgorithm(good.get(1), "HS512"))),
                refusal("key a1: its curve is P-384", Keys.set(curve("a1", EllipticCurves.P_384))),
                refusal("key a0: it has no private part", Keys.set(Keys.publicAssertion("a0"), good.get(2))),
                refusal("do not belong together", Keys.set(mixed(Keys.assertion("a1"), Keys.assertion("a1")))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatIsMalformedOrWeakAndSaysWhy(String reason, String json) {
        var refused = assertThrows(InvalidKeySet.class, () -> KeySet.parse(json));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }

    @Test
    void aLongerPepperIsFine() {
        KeySet.parse(Keys.set(Keys.encryption("e1"), Keys.oct("p1", "sig", 64), Keys.assertion("a1")));
    }

    @Test
    void neverShowsKeyMaterial() {
        var keys = KeySet.parse(Keys.set(Keys.encryption("e1"), Keys.pepper("p1"), Keys.assertion("a1")));
        assertEquals("KeySet[[e1], [p1], [a1]]", keys.toString());
        assertEquals("SigningKey[a1]", keys.signingKey().toString());
    }

    private static Arguments refusal(String reason, String json) {
        return Arguments.of(reason, json);
    }

    private static String text(String id, String use, String text) {
        return Keys.octOf(id, use, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String withoutUse(String key) {
        return key.replaceAll("\"use\":\"...\",", "");
    }

    private static String withAlgorithm(String key, String algorithm) {
        return key.replace("\"kty\"", "\"alg\":\"" + algorithm + "\",\"kty\"");
    }

    private static String curve(String id, String curve) {
        return Keys.curve(id, OutputControlLevel.INCLUDE_PRIVATE, curve);
    }

    /** The public part of one key with the private part of another. */
    private static String mixed(String one, String other) {
        var privatePart = other.replaceAll(".*(\"d\":\"[^\"]*\").*", "$1");
        return one.replaceAll("\"d\":\"[^\"]*\"", privatePart);
    }
}

package dev.lifering.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Key sets for tests, good and bad, in the JSON an operator would write. */
final class Keys {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    static KeySet fresh() {
        return KeySet.generate(RANDOM, NOW);
    }

    static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    static String encryption(String id) {
        return oct(id, "enc", 32);
    }

    static String pepper(String id) {
        return oct(id, "sig", 32);
    }

    static String oct(String id, String use, int length) {
        return octOf(id, use, Secret.random(RANDOM, length).bytes());
    }

    static String repeated(String id, String use, int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return octOf(id, use, bytes);
    }

    static String octOf(String id, String use, byte[] bytes) {
        var k = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return "{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"use\":\"" + use + "\",\"k\":\"" + k + "\"}";
    }

    static String assertion(String id) {
        return curve(id, OutputControlLevel.INCLUDE_PRIVATE, EllipticCurves.P_256);
    }

    static String publicAssertion(String id) {
        return curve(id, OutputControlLevel.PUBLIC_ONLY, EllipticCurves.P_256);
    }

    static String curve(String id, OutputControlLevel level, String curve) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.getSpec(curve));
            key.setKeyId(id);
            key.setUse("sig");
            return key.toJson(level);
        } catch (JoseException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

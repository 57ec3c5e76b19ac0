package dev.lifering.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes keys. Their ids tell what they are for and when they were made: {@code enc-20261124-7Q4F}. */
final class FreshKeys {
    /** Crockford's base32 alphabet: no I, L, O, U, which are mistaken for others. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int ID_SYMBOLS = 4;
    private static final int KEY_BYTES = 32;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FreshKeys() {}

    static List<JsonWebKey> forEachPurpose(SecureRandom random, Instant now) {
        return Arrays.stream(KeyPurpose.values())
                .map(purpose -> fresh(purpose, random, now))
                .toList();
    }

    private static JsonWebKey fresh(KeyPurpose purpose, SecureRandom random, Instant now) {
        var key = switch (purpose) {
            case ENCRYPTION -> symmetric("AES", Use.ENCRYPTION, random);
            case PEPPER -> symmetric("HmacSHA256", Use.SIGNATURE, random);
            case ASSERTION -> curve(random);
        };
        key.setKeyId(purpose.label() + "-" + DATE.format(now) + "-" + symbols(random));
        key.setAlgorithm(purpose.algorithm());
        return key;
    }

    private static JsonWebKey symmetric(String algorithm, String use, SecureRandom random) {
        var bytes = Secret.random(random, KEY_BYTES).bytes();
        var key = new OctetSequenceJsonWebKey(new SecretKeySpec(bytes, algorithm));
        key.setUse(use);
        return key;
    }

    private static JsonWebKey curve(SecureRandom random) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256, null, random);
            key.setUse(Use.SIGNATURE);
            return key;
        } catch (JoseException missing) {
            throw new IllegalStateException("this Java runtime cannot make P-256 keys", missing);
        }
    }

    private static String symbols(SecureRandom random) {
        var symbols = new StringBuilder();
        for (int i = 0; i < ID_SYMBOLS; i++) {
            symbols.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return symbols.toString();
    }
}

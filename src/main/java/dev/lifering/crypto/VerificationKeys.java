package dev.lifering.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The public keys by which others check what this service has signed: of a JWK Set as {@code /.well-known/jwks.json} gives
 * it, or of the key set itself. Keys of other kinds are skipped (RFC 7517 §5).
 */
public final class VerificationKeys {
    private final Map<String, PublicKey> keys;

    private VerificationKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a JWK Set.
     *
     * @throws InvalidKeySet when it is malformed or holds no key for ES256
     */
    public static VerificationKeys parse(String json) {
        var found = new HashMap<String, PublicKey>();
        for (Object element : elements(json)) {
            if (element instanceof Map<?, ?> members) {
                curve(members).ifPresent(key -> found.put(key.getKeyId(), key.getECPublicKey()));
            }
        }
        if (found.isEmpty()) {
            throw new InvalidKeySet("there is no EC key on P-256 with a kid");
        }
        return new VerificationKeys(found);
    }

    /**
     * Reads the JWK Set in a file.
     *
     * @throws InvalidKeySet also when the file cannot be read
     */
    public static VerificationKeys read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InvalidKeySet("the file " + file + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    /** The key with this id. */
    Optional<PublicKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    private static List<?> elements(String json) {
        try {
            if (JsonUtil.parseJson(json).get("keys") instanceof List<?> list) {
                return list;
            }
            throw new InvalidKeySet("the JWK Set has no member keys that is an array");
        } catch (JoseException malformed) {
            throw new InvalidKeySet("the JWK Set is not well-formed JSON");
        }
    }

    private static Optional<EllipticCurveJsonWebKey> curve(Map<?, ?> members) {
        var named = new HashMap<String, Object>();
        members.forEach((name, value) -> named.put(String.valueOf(name), value));
        try {
            return Optional.of(JsonWebKey.Factory.newJwk(named))
                    .filter(EllipticCurveJsonWebKey.class::isInstance)
                    .map(EllipticCurveJsonWebKey.class::cast)
                    .filter(key -> EllipticCurves.P_256.equals(key.getCurveName()) && key.getKeyId() != null);
        } catch (JoseException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "VerificationKeys" + keys.keySet();
    }
}

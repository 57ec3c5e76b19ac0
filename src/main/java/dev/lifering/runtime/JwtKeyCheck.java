package dev.lifering.runtime;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;

/** Whether a key that verifies callers' tokens is good enough. Reads it the way the JWT library will read it. */
final class JwtKeyCheck {
    /** RFC 7518 §3.3: a key of size 2048 bits or larger must be used. */
    private static final int RSA_BITS = 2048;

    private JwtKeyCheck() {}

    /** What is wrong with the key at a location; a remote one is not fetched here, the library checks it then. */
    static Optional<String> ofLocation(String location) {
        if (location.startsWith("http:") || location.startsWith("https:")) {
            return Optional.empty();
        }
        try {
            var content = ResourceUtils.readResource(location);
            return content == null ? unreadable(location) : ofContent(content);
        } catch (IOException | RuntimeException unreadable) {
            return unreadable(location);
        }
    }

    /** What is wrong with a key that is given as JWK, JWK Set (either also in base64url) or PEM. */
    static Optional<String> ofContent(String content) {
        if (content.contains("PRIVATE KEY")) {
            return Optional.of("holds a private key, which belongs to the identity provider alone");
        }
        var keys = keys(content.trim());
        if (keys.isEmpty()) {
            return Optional.of("holds no key that can be read");
        }
        return keys.stream()
                .filter(key -> key instanceof RSAKey rsa && rsa.getModulus().bitLength() < RSA_BITS)
                .findFirst()
                .map(weak -> "holds an RSA key under " + RSA_BITS + " bits");
    }

    private static Optional<String> unreadable(String location) {
        return Optional.of("cannot be read (" + location + ")");
    }

    private static List<Key> keys(String content) {
        if (content.startsWith("{")) {
            return jwks(content);
        }
        if (content.startsWith("-----BEGIN")) {
            return pem(content);
        }
        var jwks = base64urlJwks(content);
        return jwks.isEmpty() ? pem(content) : jwks;
    }

    /** A PEM body without its frame may read as base64url too: it holds no JWK then. */
    private static List<Key> base64urlJwks(String content) {
        try {
            return jwks(new String(Base64.getUrlDecoder().decode(content), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64url) {
            return List.of();
        }
    }

    private static List<Key> jwks(String json) {
        var keys = KeyUtils.loadJsonWebKeys(json);
        return keys == null ? List.of() : keys.stream().map(JsonWebKey::getKey).toList();
    }

    private static List<Key> pem(String content) {
        return Stream.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA)
                .flatMap(algorithm -> pem(content, algorithm).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Key> pem(String content, SignatureAlgorithm algorithm) {
        try {
            return Optional.of(
                    content.contains("CERTIFICATE")
                            ? KeyUtils.decodeCertificate(content)
                            : KeyUtils.decodePublicKey(content, algorithm));
        } catch (GeneralSecurityException | IllegalArgumentException ofAnotherKind) {
            return Optional.empty();
        }
    }
}

package dev.lifering.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The keys of this service, read from a JWK Set (RFC 7517 §5). The order counts: the first key of a purpose is the
 * current one, the later ones still open and verify what they closed.
 */
public final class KeySet {
    private final List<JsonWebKey> keys;
    private final Map<KeyPurpose, Map<String, JsonWebKey>> byPurpose = new EnumMap<>(KeyPurpose.class);

    /** Takes keys that {@link KeyCheck} has passed. */
    KeySet(List<JsonWebKey> keys) {
        this.keys = List.copyOf(keys);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            byPurpose.put(purpose, new LinkedHashMap<>());
        }
        for (JsonWebKey key : keys) {
            keysFor(KeyCheck.purposeOf(key)).put(key.getKeyId(), key);
        }
    }

    /**
     * Reads a JWK Set.
     *
     * @throws InvalidKeySet when it is malformed, lacks a purpose, or holds a key that is too weak to be used
     */
    public static KeySet parse(String json) {
        return new KeySet(KeySetReader.read(json));
    }

    /**
     * Reads the JWK Set in a file.
     *
     * @param location a path or a {@code file:} URL
     * @throws InvalidKeySet also when the file cannot be read
     */
    public static KeySet read(String location) {
        try {
            var path = location.startsWith("file:/") ? Path.of(URI.create(location)) : Path.of(withoutScheme(location));
            return parse(Files.readString(path));
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new InvalidKeySet("the file " + location + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static String withoutScheme(String location) {
        return location.startsWith("file:") ? location.substring("file:".length()) : location;
    }

    /** A fresh key set with one key for each purpose. */
    public static KeySet generate(SecureRandom random, Instant now) {
        return new KeySet(FreshKeys.forEachPurpose(random, now));
    }

    /** This key set with fresh current keys in front; what the old ones closed can still be opened. */
    public KeySet rotated(SecureRandom random, Instant now) {
        var all = new ArrayList<>(FreshKeys.forEachPurpose(random, now));
        all.addAll(keys);
        return new KeySet(all);
    }

    /** The JWK Set with everything in it, private parts too; one key per line. */
    public String toJson() {
        return json(keys, OutputControlLevel.INCLUDE_PRIVATE, ",\n    ", "{\n  \"keys\": [\n    ", "\n  ]\n}");
    }

    /** The public parts of all assertion keys as a JWK Set, for those who verify assertions. */
    public String publicJwksJson() {
        var assertionKeys = List.copyOf(keysFor(KeyPurpose.ASSERTION).values());
        return json(assertionKeys, OutputControlLevel.PUBLIC_ONLY, ",", "{\"keys\":[", "]}");
    }

    /** The key that signs assertions now. */
    public SigningKey signingKey() {
        var current = (PublicJsonWebKey) current(KeyPurpose.ASSERTION);
        PrivateKey privateKey = current.getPrivateKey();
        return new SigningKey(current.getKeyId(), privateKey);
    }

    /** The ids of the keys of a purpose, the current one first. */
    public Set<String> keyIds(KeyPurpose purpose) {
        return Collections.unmodifiableSet(keysFor(purpose).keySet());
    }

    /** The id of the key that is used for a purpose from now on. */
    public String currentKeyId(KeyPurpose purpose) {
        return current(purpose).getKeyId();
    }

    /** The key with this id, if it has this purpose. */
    Optional<Key> key(KeyPurpose purpose, String keyId) {
        return Optional.ofNullable(keysFor(purpose).get(keyId)).map(JsonWebKey::getKey);
    }

    private JsonWebKey current(KeyPurpose purpose) {
        return keysFor(purpose).values().iterator().next();
    }

    private Map<String, JsonWebKey> keysFor(KeyPurpose purpose) {
        return byPurpose.getOrDefault(purpose, Map.of());
    }

    private static String json(
            List<JsonWebKey> keys, OutputControlLevel level, String separator, String start, String end) {
        var members =
                keys.stream().map(key -> JsonUtil.toJson(key.toParams(level))).toList();
        return start + String.join(separator, members) + end;
    }

    @Override
    public String toString() {
        return "KeySet" + byPurpose.values().stream().map(Map::keySet).toList();
    }
}

package dev.lifering.crypto;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads a JWK Set (RFC 7517 §5) strictly: where the RFC lets a reader skip a key that it cannot use, this one refuses. */
final class KeySetReader {
    private KeySetReader() {}

    static List<JsonWebKey> read(String json) {
        var keys = new ArrayList<JsonWebKey>();
        var ids = new HashSet<String>();
        var seen = EnumSet.noneOf(KeyPurpose.class);
        for (Map<String, Object> members : keyObjects(json)) {
            var id = id(members, keys.size() + 1);
            if (!ids.add(id)) {
                throw new InvalidKeySet("key " + id + ": the key id is used twice");
            }
            var key = key(id, members);
            KeyCheck.check(key, seen.add(KeyCheck.purposeOf(key)));
            keys.add(key);
        }
        for (KeyPurpose purpose : EnumSet.complementOf(seen)) {
            throw new InvalidKeySet("there is no key for " + purpose.label() + ": " + purpose.description()
                    + " and alg " + purpose.algorithm() + " is needed");
        }
        return keys;
    }

    private static List<Map<String, Object>> keyObjects(String json) {
        try {
            if (JsonUtil.parseJson(json).get("keys") instanceof List<?> list) {
                return list.stream().map(KeySetReader::members).toList();
            }
            throw new InvalidKeySet("the JWK Set has no member keys that is an array");
        } catch (JoseException malformed) {
            throw new InvalidKeySet("the JWK Set is not well-formed JSON");
        }
    }

    private static Map<String, Object> members(Object element) {
        if (!(element instanceof Map<?, ?> object)) {
            throw new InvalidKeySet("the member keys of the JWK Set holds something that is not an object");
        }
        var members = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    private static String id(Map<String, Object> members, int position) {
        return Optional.ofNullable(members.get(JsonWebKey.KEY_ID_PARAMETER))
                .map(String::valueOf)
                .filter(id -> id.matches("[A-Za-z0-9._~-]{1,64}"))
                .orElseThrow(() -> new InvalidKeySet("key number " + position
                        + ": it needs a member kid of 1 to 64 characters of A-Z a-z 0-9 . _ ~ -"));
    }

    private static JsonWebKey key(String id, Map<String, Object> members) {
        try {
            return JsonWebKey.Factory.newJwk(members);
        } catch (JoseException | RuntimeException malformed) {
            throw new InvalidKeySet("key " + id + ": it is malformed, or of a kind or curve that is not known");
        }
    }
}

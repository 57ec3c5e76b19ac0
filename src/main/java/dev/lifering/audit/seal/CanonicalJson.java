package dev.lifering.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The one way to write a JSON object down, so that its hash can be computed anywhere: members sorted by name, no spaces,
 * nothing escaped that need not be (RFC 8785 §3.2). Values are texts and whole numbers.
 */
public final class CanonicalJson {
    private static final char FIRST_PRINTABLE = ' ';

    private CanonicalJson() {}

    /** The object with these members; the values are strings, integers or longs. */
    static String object(SortedMap<String, ?> members) {
        var json = new StringBuilder("{");
        members.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            text(json, name);
            json.append(':');
            if (value instanceof String string) {
                text(json, string);
            } else {
                json.append(value);
            }
        });
        return json.append('}').toString();
    }

    /** Base64url of the SHA-256 of the text in UTF-8. */
    public static String sha256(String text) {
        return encoded(digest(text));
    }

    /** SHA-256 of the text in UTF-8. */
    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime knows SHA-256", e);
        }
    }

    static String encoded(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static void text(StringBuilder json, String value) {
        json.append('"');
        value.chars().forEach(symbol -> symbol(json, (char) symbol));
        json.append('"');
    }

    private static void symbol(StringBuilder json, char symbol) {
        switch (symbol) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (symbol < FIRST_PRINTABLE) {
                    json.append("\\u").append(HexFormat.of().toHexDigits(symbol));
                } else {
                    json.append(symbol);
                }
            }
        }
    }
}

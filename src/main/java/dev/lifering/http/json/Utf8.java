package dev.lifering.http.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What JSON is written in (RFC 8259 §8.1). Jackson also takes overlong forms, which hide characters, and UTF-16. */
public final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are text and nothing in them is beyond RFC 3629; a zero byte belongs to another encoding. */
    public static boolean isText(byte[] bytes) {
        boolean ascii = true;
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
            ascii &= each > 0;
        }
        return ascii || isDecodable(bytes);
    }

    private static boolean isDecodable(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // which reports what is malformed
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

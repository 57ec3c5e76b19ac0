package dev.lifering.idempotency;

import dev.lifering.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What a request under a key is known by: two hashes, from which nothing of what was sent can be read.
 *
 * @param id 128 bits of the hash of who asks for what under which key
 * @param digest SHA-256 of the same and the body
 */
record RequestKey(UUID id, Secret digest) {

    /**
     * @param caller everything about the caller that an answer depends on; empty for somebody without a token
     * @param address method and path
     * @param key the client's own name for this request
     * @param body of the request
     */
    static RequestKey of(String caller, String address, String key, byte[] body) {
        // Nobody owns the keys of those without a token: another body is another request then.
        byte[] named = caller.isEmpty() ? sha256(caller, address, key, sha256(body)) : sha256(caller, address, key);
        ByteBuffer first = ByteBuffer.wrap(named);
        return new RequestKey(
                new UUID(first.getLong(), first.getLong()), Secret.of(sha256(caller, address, key, body)));
    }

    /** Each part with its length before it, so that no two lists of parts are the same bytes. */
    private static byte[] sha256(Object... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] bytes =
                        part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

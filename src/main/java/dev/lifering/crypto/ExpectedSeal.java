package dev.lifering.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jose4j.json.JsonUtil;

/**
 * A compact JWE (RFC 7516 §7.1) as {@link Sealer} writes it with one key for one purpose. Its protected header is known
 * beforehand, so it is compared instead of read: a login opens a secret, and reading a header costs more than decrypting.
 */
final class ExpectedSeal {
    /** RFC 7518 §5.3: a tag of 128 bits. */
    private static final int TAG_BITS = 128;

    private static final int TAG_BYTES = TAG_BITS / Byte.SIZE;

    private final Key key;
    private final String headerUpToRow;

    ExpectedSeal(String keyId, Key key, SealPurpose purpose) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "dir");
        header.put("enc", "A256GCM");
        header.put("kid", keyId);
        header.put(Sealer.PURPOSE, purpose.wireName());
        header.put(Sealer.ROW, "");
        String json = JsonUtil.toJson(header);
        this.key = key;
        this.headerUpToRow = json.substring(0, json.length() - "\"}".length());
    }

    /**
     * Opens it, if it has this header for this row; of everything else nothing is said.
     *
     * @throws GeneralSecurityException when it has the header and was changed nevertheless
     */
    Optional<Secret> open(UUID row, String sealed) throws GeneralSecurityException {
        byte[] header = (headerUpToRow + row + "\"}").getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header);
        // With a key that is used directly, the part between the header and the nonce is empty.
        String start = encoded + "..";
        if (!sealed.startsWith(start)) {
            return Optional.empty();
        }
        String[] parts = sealed.substring(start.length()).split("\\.", -1);
        return parts.length == 3 ? Optional.of(decrypt(encoded, parts)) : Optional.empty();
    }

    private Secret decrypt(String header, String[] parts) throws GeneralSecurityException {
        byte[] nonce = decoded(parts[0]);
        byte[] ciphertext = decoded(parts[1]);
        byte[] tag = decoded(parts[2]);
        if (tag.length != TAG_BYTES) {
            throw new GeneralSecurityException("the tag is cut off");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
        byte[] plaintext = new byte[cipher.getOutputSize(ciphertext.length + tag.length)];
        int written = cipher.update(ciphertext, 0, ciphertext.length, plaintext);
        cipher.doFinal(tag, 0, tag.length, plaintext, written);
        return Secret.of(plaintext);
    }

    private static byte[] decoded(String part) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not base64url", e);
        }
    }
}

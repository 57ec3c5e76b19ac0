package dev.lifering.bench;

import dev.lifering.crypto.SealingCheck;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets as the product does (compact JWE, {@code dir} and {@code A256GCM}), written by hand because a million of
 * them are wanted within seconds. {@link #prove} has the product open one.
 */
final class Seal {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Keys keys;
    private final Cipher cipher;
    private final SecureRandom random = new SecureRandom();

    Seal(Keys keys) throws GeneralSecurityException {
        this.keys = keys;
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    String close(UUID row, byte[] secret) throws GeneralSecurityException {
        var header = "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"" + keys.encryptionId()
                + "\",\"pur\":\"totp-secret\",\"row\":\"" + row + "\"}";
        var encoded = encode(header.getBytes(StandardCharsets.US_ASCII));
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        cipher.init(Cipher.ENCRYPT_MODE, keys.encryption(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(encoded.getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = cipher.doFinal(secret);
        int length = sealed.length - TAG_BYTES;
        return encoded + ".." + encode(iv) + "." + encode(Arrays.copyOf(sealed, length)) + "."
                + encode(Arrays.copyOfRange(sealed, length, sealed.length));
    }

    /** Has the product's own code open what this one closes. */
    void prove(UUID row) throws GeneralSecurityException {
        byte[] secret = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        if (!Arrays.equals(secret, new SealingCheck(keys.json()).open(row, close(row, secret)))) {
            throw new IllegalStateException("the product opens something else than was sealed");
        }
    }

    private static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}

package dev.lifering.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The backup codes of a user, which follow from his secret, and their hashes as the product keeps them. */
final class BackupCodes {
    static final int PER_SET = 10;
    static final int ITERATIONS = 1000;

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RADIX = 32;
    private static final int LENGTH = 15;
    private static final int HASH_BITS = 256;

    private final Keys keys;

    BackupCodes(Keys keys) {
        this.keys = keys;
    }

    /** The code at this place, without hyphens: its first symbol is the place, the last checks the others. */
    static String code(byte[] secret, int locator) {
        var values = new int[LENGTH];
        values[0] = locator;
        for (int i = 1; i < LENGTH - 1; i++) {
            values[i] = (secret[i] + locator & 0xff) % RADIX;
        }
        values[LENGTH - 1] = checkValue(values);
        var code = new StringBuilder(LENGTH);
        for (int value : values) {
            code.append(SYMBOLS.charAt(value));
        }
        return code.toString();
    }

    byte[] hash(String code, byte[] salt) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(keys.pepper());
        var keyed = HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.US_ASCII)));
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(keyed.toCharArray(), salt, ITERATIONS, HASH_BITS))
                .getEncoded();
    }

    /** Luhn's check, mod 32. */
    private static int checkValue(int[] values) {
        int sum = 0;
        int factor = 2;
        for (int i = LENGTH - 2; i >= 0; i--) {
            int addend = factor * values[i];
            sum += addend / RADIX + addend % RADIX;
            factor = factor == 2 ? 1 : 2;
        }
        return (RADIX - sum % RADIX) % RADIX;
    }
}

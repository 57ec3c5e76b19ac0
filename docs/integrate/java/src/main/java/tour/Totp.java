package tour;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays the authenticator app: RFC 6238 with SHA-1, 6 digits, 30 seconds. */
final class Totp {
    private Totp() {}

    static String code(String secret, int ahead) throws GeneralSecurityException {
        long step = Instant.now().getEpochSecond() / 30 + ahead;
        var hmac = Mac.getInstance("HmacSHA1");
        hmac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
        byte[] mac = hmac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(mac).getInt(mac[19] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char symbol : base32.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(symbol);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}

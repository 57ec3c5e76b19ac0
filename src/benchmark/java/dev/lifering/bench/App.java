package dev.lifering.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds. */
final class App {
    static final int PERIOD_SECONDS = 30;
    static final int MILLION = 1_000_000;

    private static final String HMAC = "HmacSHA1";

    private App() {}

    static int stepNow() {
        return Math.toIntExact(System.currentTimeMillis() / 1000 / PERIOD_SECONDS);
    }

    static double secondsLeftInStep() {
        return PERIOD_SECONDS - System.currentTimeMillis() % (PERIOD_SECONDS * 1000L) / 1000.0;
    }

    static String code(byte[] secret, long step) {
        return digits(number(secret, step));
    }

    /** A code that is none of those that could be right now, or a step before or after. */
    static String wrongCode(byte[] secret) {
        int step = stepNow();
        int wrong = step % MILLION;
        for (int near = step - 3; near <= step + 3; near++) {
            if (number(secret, near) == wrong) {
                wrong = (wrong + 1) % MILLION;
                near = step - 4;
            }
        }
        return digits(wrong);
    }

    private static int number(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            return (ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE) % MILLION;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static String digits(int number) {
        return Integer.toString(MILLION + number).substring(1);
    }
}

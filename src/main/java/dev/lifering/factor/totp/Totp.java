package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The computation of RFC 6238 and nothing else. */
public final class Totp {
    private static final int[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private final TotpParameters parameters;

    public Totp(TotpParameters parameters) {
        this.parameters = parameters;
    }

    /** The time step in which this moment lies, counted from the epoch (RFC 6238 §4.2). */
    public long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), parameters.period().toSeconds());
    }

    /** The code of a time step, with leading zeros (RFC 4226 §5.3). */
    public String codeAt(Secret secret, long step) {
        return truncated(mac(secret), step);
    }

    /**
     * The newest time step within the window whose code this is.
     *
     * <p>Every step of the window is computed and compared in constant time, whichever matches.
     *
     * @param window how many steps before and after the current one are looked at (RFC 6238 §5.2)
     */
    public OptionalLong match(Secret secret, String code, Instant now, int window) {
        return matches(secret, code, now, window).stream()
                .mapToLong(Long::longValue)
                .max();
    }

    /** All such steps, oldest first. */
    List<Long> matches(Secret secret, String code, Instant now, int window) {
        Mac mac = mac(secret);
        byte[] given = code.getBytes(StandardCharsets.US_ASCII);
        long current = stepAt(now);
        var matching = new ArrayList<Long>(1);
        for (long step = current - window; step <= current + window; step++) {
            byte[] expected = truncated(mac, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, given)) {
                matching.add(step);
            }
        }
        return matching;
    }

    private String truncated(Mac mac, long step) {
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        String digits = Integer.toString(number % POWERS_OF_TEN[parameters.digits()]);
        return "0".repeat(parameters.digits() - digits.length()) + digits;
    }

    private Mac mac(Secret secret) {
        String name = parameters.algorithm().mac();
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.bytes(), name));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}

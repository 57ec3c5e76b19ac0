package dev.lifering.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app on somebody's phone; its codes come from a library that has nothing to do with ours. */
public final class AuthenticatorApp {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final String secret;
    private final MovableTime time;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);

    public AuthenticatorApp(String base32Secret, MovableTime time) {
        this.secret = base32Secret;
        this.time = time;
    }

    /** The secret as the user would have typed it in. */
    public String secret() {
        return secret;
    }

    /** The code that the app shows now. */
    public String code() {
        return codeAt(time.instant());
    }

    /** A code that was not used yet: waits for the next time step. */
    public String freshCode() {
        time.toNextStep();
        return code();
    }

    /** The code of so many steps later (or, negative, earlier). */
    public String codeInSteps(int steps) {
        return codeAt(time.instant().plus(STEP.multipliedBy(steps)));
    }

    /** Six digits that the app shows at no time near now. */
    public String wrongCode() {
        for (int candidate = 0; ; candidate++) {
            String code = "%06d".formatted(candidate);
            if (isFarFromNow(code)) {
                return code;
            }
        }
    }

    private boolean isFarFromNow(String code) {
        for (int steps = -3; steps <= 3; steps++) {
            if (code.equals(codeInSteps(steps))) {
                return false;
            }
        }
        return true;
    }

    private String codeAt(Instant moment) {
        try {
            byte[] key = new Base32().decode(secret);
            return generator.generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), moment);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}

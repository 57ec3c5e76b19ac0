package dev.lifering.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app on somebody's phone; its codes come from a library that has nothing to do with ours. */
public final class AuthenticatorApp {
    private final String secret;
    private final MovableTime time;
    private final TimeBasedOneTimePasswordGenerator generator;

    /** An app that was told the secret only, and takes the defaults of all apps for the rest. */
    public AuthenticatorApp(String base32Secret, MovableTime time) {
        this(base32Secret, time, new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30)));
    }

    private AuthenticatorApp(String base32Secret, MovableTime time, TimeBasedOneTimePasswordGenerator generator) {
        this.secret = base32Secret;
        this.time = time;
        this.generator = generator;
    }

    /** An app that has scanned the QR code, and does what the key URI in it says. */
    public static AuthenticatorApp scanning(String otpauthUri, MovableTime time) {
        Map<String, String> said = Arrays.stream(
                        URI.create(otpauthUri).getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        var generator = new TimeBasedOneTimePasswordGenerator(
                Duration.ofSeconds(Long.parseLong(said.get("period"))),
                Integer.parseInt(said.get("digits")),
                "Hmac" + said.get("algorithm"));
        return new AuthenticatorApp(said.get("secret"), time, generator);
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
        time.toNextStepOf(generator.getTimeStep());
        return code();
    }

    /** The same after so many time steps. */
    public String freshCodeIn(int steps) {
        time.advance(generator.getTimeStep().multipliedBy(steps - 1L));
        return freshCode();
    }

    /** The code of so many steps later (or, negative, earlier). */
    public String codeInSteps(int steps) {
        return codeAt(time.instant().plus(generator.getTimeStep().multipliedBy(steps)));
    }

    /** As many digits as the app shows, but which it shows at no time near now. */
    public String wrongCode() {
        for (int candidate = 0; ; candidate++) {
            String code = ("%0" + generator.getPasswordLength() + "d").formatted(candidate);
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
            return generator.generateOneTimePasswordString(new SecretKeySpec(key, generator.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}

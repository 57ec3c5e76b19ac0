package dev.lifering.packaged;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A user who has set up 2FA at a replica. */
final class Subscriber {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Installation installation;
    private final String id;
    private final String secret;
    private final List<String> codes;

    private Subscriber(Installation installation, String id, String secret, List<String> codes) {
        this.installation = installation;
        this.id = id;
        this.secret = secret;
        this.codes = codes;
    }

    /** Provisions an account and a user and goes all the way to {@code enabled}. */
    static Subscriber enrol(Installation installation, Replica replica) {
        String account = "account-" + UUID.randomUUID();
        String service = installation.token("login-service", account, "service");
        expect(201, replica.send(service, "PUT", "/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}"));
        return enrol(installation, replica, account, "user-" + UUID.randomUUID());
    }

    /** The same for a user of an account that is there. */
    static Subscriber enrol(Installation installation, Replica replica, String account, String id) {
        String token = installation.token(id, account, "user");
        JsonPath started = expect(201, replica.send(token, "POST", "/v1/me/enrolments", null));
        String secret = started.getString("secret");
        JsonPath confirmed = expect(
                200,
                replica.send(
                        token,
                        "POST",
                        "/v1/me/enrolments/" + started.getString("id") + "/confirmation",
                        "{\"code\":\"" + totp(secret, 0) + "\"}"));
        String set = confirmed.getString("backupCodes.setId");
        expect(200, replica.send(token, "POST", "/v1/me/backup-codes/" + set + "/acknowledgement", "{}"));
        return new Subscriber(installation, id, secret, confirmed.getList("backupCodes.codes"));
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    List<String> codes() {
        return codes;
    }

    /** The code of the time step after this one: within the window, and not burnt by the enrolment. */
    String nextCode() {
        return totp(secret, 1);
    }

    String serviceToken() {
        return installation.token("login-service", "none", "service");
    }

    String verificationPath() {
        return "/v1/users/" + id + "/verifications";
    }

    HttpResponse<String> verify(Replica replica, String code) {
        return replica.send(serviceToken(), "POST", verificationPath(), body(code));
    }

    static String body(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String totp(String secret, int stepsAhead) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
            Instant moment = Instant.now().plus(STEP.multipliedBy(stepsAhead));
            return new TimeBasedOneTimePasswordGenerator(STEP).generateOneTimePasswordString(key, moment);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonPath expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError("expected " + status + ": " + response.statusCode() + " " + response.body());
        }
        return JsonPath.from(response.body());
    }
}

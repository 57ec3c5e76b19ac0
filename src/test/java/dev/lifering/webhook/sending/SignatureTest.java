package dev.lifering.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.crypto.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Secret SECRET = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    /** The vector that the reference libraries of Standard Webhooks are tested with. */
    @Test
    void standardWebhooks_theReferenceVectorIsSignedAsPublished() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.header(List.of(SECRET), ID, AT, "{\"test\": 2432232314}"));
    }

    @Test
    void standardWebhooks_duringARotationThereIsOneSignaturePerSecret() {
        Secret fresh = Secret.of(new byte[32]);
        String body = "{\"name\":\"Zoë\"}";
        assertEquals(
                Signature.header(List.of(SECRET), ID, AT, body) + " " + Signature.header(List.of(fresh), ID, AT, body),
                Signature.header(List.of(SECRET, fresh), ID, AT, body));
    }
}

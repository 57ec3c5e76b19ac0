package shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Asks Lifering for the second factor, and checks its proof. Needs the JDK, jose4j and Jackson. */
public final class SecondFactor {
    private static final Duration OLDEST = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI lifering;
    private final String audience;
    private final Supplier<String> serviceToken;
    private final HttpsJwksVerificationKeyResolver keys;

    /** {@code audience} is this service's own name; {@code serviceToken} gives a token with the role {@code service}. */
    public SecondFactor(URI lifering, String audience, Supplier<String> serviceToken) {
        this.lifering = lifering;
        this.audience = audience;
        this.serviceToken = serviceToken;
        var jwks = new HttpsJwks(lifering.resolve("/.well-known/jwks.json").toString());
        jwks.setDefaultCacheDuration(300);
        this.keys = new HttpsJwksVerificationKeyResolver(jwks);
    }

    /** What comes after the password. */
    public enum Next {
        CODE,
        ENROL,
        NOTHING
    }

    /** Why Lifering, or the proof itself, says no. The type is stable; see /problems/NAME. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        public final String type;

        Refused(String type, String detail) {
            super(detail);
            this.type = type;
        }
    }

    /** Throws when in doubt, so nobody slips through. */
    public Next next(String userId) throws IOException, InterruptedException, Refused {
        JsonNode standing = send(request(userId, "second-factor").GET());
        if (!standing.get("status").asText().equals("not_enrolled")) {
            return Next.CODE;
        }
        return standing.get("enrolmentRequired").asBoolean() ? Next.ENROL : Next.NOTHING;
    }

    /** Spends the code that the user typed. */
    public JwtClaims check(String userId, String code) throws IOException, InterruptedException, Refused {
        String nonce = UUID.randomUUID().toString();
        String body = json.writeValueAsString(Map.of("code", code, "audience", audience, "nonce", nonce));
        JsonNode verified = send(request(userId, "verifications").POST(BodyPublishers.ofString(body)));
        return verify(verified.get("assertion").asText(), userId, nonce);
    }

    /** Checks a proof that somebody else brought, without asking Lifering (but for its public keys, now and then). */
    public JwtClaims verify(String assertion, String userId, String nonce) throws Refused {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer("lifering")
                .setExpectedAudience(audience)
                .setExpectedSubject(userId)
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(assertion);
            refuseUnless(nonce.equals(claims.getClaimValue("nonce", String.class)), "It answers another request.");
            refuseUnless(
                    claims.getClaimValue("amr") instanceof List<?> methods && methods.contains("otp"),
                    "It is of another method.");
            Instant proved = Instant.ofEpochSecond(claims.getClaimValue("auth_time", Long.class));
            refuseUnless(proved.plus(OLDEST).isAfter(Instant.now()), "It is too old.");
            return claims;
        } catch (InvalidJwtException | MalformedClaimException bad) {
            throw new Refused("proof", bad.getMessage());
        }
    }

    private static void refuseUnless(boolean holds, String detail) throws Refused {
        if (!holds) {
            throw new Refused("proof", detail);
        }
    }

    private HttpRequest.Builder request(String userId, String what) {
        String user = URLEncoder.encode(userId, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(lifering.resolve("/v1/users/" + user + "/" + what))
                .header("Authorization", "Bearer " + serviceToken.get())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException, Refused {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        JsonNode body = json.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(body.path("type").asText(), body.path("detail").asText());
        }
        return body;
    }
}

package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Rule V5: an assertion proves a verification to whoever has the public keys, and nothing else. */
@QuarkusTest
class AssertionRuleTest {
    private static final String AUDIENCE = "https://shop.example";

    @Inject
    MovableTime time;

    @Test
    void v5_everyClaimIsAsAskedAndAsItHappened() throws Exception {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Response answer = ada.member()
                .verifiedByService(
                        Map.of("code", ada.app().freshCode(), "audience", AUDIENCE, "nonce", "n-0S6_WzA2Mj"));
        JwtContext read = consumer().setExpectedAudience(AUDIENCE).build().process(answer.path("assertion"));
        var claims = read.getJwtClaims();
        assertEquals("lifering", claims.getIssuer());
        assertEquals(ada.member().id(), claims.getSubject());
        assertEquals(List.of(AUDIENCE), claims.getAudience());
        assertEquals("n-0S6_WzA2Mj", claims.getStringClaimValue("nonce"));
        assertEquals(List.of("otp"), claims.getStringListClaimValue("amr"));
        assertEquals("totp", claims.getStringClaimValue("method"));
        assertEquals(answer.<String>path("id"), claims.getJwtId());
        long verifiedAt = Instant.parse(answer.path("verifiedAt")).getEpochSecond();
        assertEquals(verifiedAt, claims.getClaimValue("auth_time", Long.class));
        assertEquals(verifiedAt, claims.getIssuedAt().getValue());
        long lifetime =
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        assertTrue(lifetime > 0 && lifetime <= 120, "lives " + lifetime + " s");
        assertEquals(
                Set.of("iss", "sub", "aud", "nonce", "jti", "amr", "method", "auth_time", "iat", "exp"),
                claims.getClaimsMap().keySet());
    }

    @Test
    void v5_theHeaderNamesEs256AndAPublishedKey() throws Exception {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String assertion = ada.member().verify(ada.code(0)).extract().path("assertion");
        var header = consumer().build().process(assertion).getJoseObjects().get(0);
        assertEquals("ES256", header.getAlgorithmHeaderValue());
        assertEquals("JWT", header.getHeader("typ"));
        assertTrue(publicKeys().stream().anyMatch(key -> key.getKeyId().equals(header.getKeyIdHeaderValue())));
    }

    @Test
    void v5_audienceAndNonceAreLeftOutUnlessAsked() throws Exception {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String assertion =
                ada.member().verifyOwn(ada.code(0)).statusCode(200).extract().path("assertion");
        var claims = consumer().build().processToClaims(assertion);
        assertFalse(claims.hasAudience());
        assertFalse(claims.hasClaim("nonce"));
        assertEquals("backup_code", claims.getStringClaimValue("method"));
        assertEquals(List.of("otp"), claims.getStringListClaimValue("amr"));
    }

    @Test
    void v5_eachAssertionIsOneOfItsKind() throws Exception {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        JwtConsumer reader = consumer().build();
        String one = ada.member().verify(ada.code(0)).extract().path("assertion");
        String other = ada.member().verify(ada.code(1)).extract().path("assertion");
        assertNotEquals(
                reader.processToClaims(one).getJwtId(),
                reader.processToClaims(other).getJwtId());
    }

    @Test
    void v5_itIsOverAfterTwoMinutesAtMostAndForNobodyElse() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String assertion = ada.member()
                .verifiedByService(Map.of("code", ada.code(0), "audience", AUDIENCE))
                .path("assertion");
        assertThrows(
                InvalidJwtException.class,
                () -> consumer()
                        .setExpectedAudience("https://another.example")
                        .build()
                        .process(assertion));
        time.advance(Duration.ofSeconds(120));
        assertThrows(
                InvalidJwtException.class,
                () -> consumer().setExpectedAudience(AUDIENCE).build().process(assertion));
    }

    @Test
    void v5_aChangedAssertionIsWorthNothing() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String assertion = ada.member().verify(ada.code(0)).extract().path("assertion");
        String[] parts = assertion.split("\\.");
        char first = parts[1].charAt(20);
        String changed = parts[0] + "." + parts[1].substring(0, 20) + (first == 'A' ? 'B' : 'A')
                + parts[1].substring(21) + "." + parts[2];
        assertThrows(InvalidJwtException.class, () -> consumer().build().process(changed));
    }

    @Test
    void v5_anAssertionIsNoTokenForLifering() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String assertion = ada.member()
                .verifiedByService(Map.of("code", ada.code(0), "audience", "lifering"))
                .path("assertion");
        refused(
                RestAssured.given()
                        .auth()
                        .oauth2(assertion)
                        .get("/v1/me/second-factor")
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void v5_theKeysArePublicCacheableAndNothingButPublic() throws Exception {
        RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/json"))
                .header("Cache-Control", "public, max-age=300");
        for (JsonWebKey key : publicKeys()) {
            EllipticCurveJsonWebKey ec = (EllipticCurveJsonWebKey) key;
            assertEquals("P-256", ec.getCurveName());
            assertEquals("sig", ec.getUse());
            assertEquals("ES256", ec.getAlgorithm());
            assertEquals(null, ec.getPrivateKey());
        }
        List<Map<String, Object>> raw =
                RestAssured.get("/.well-known/jwks.json").path("keys");
        assertFalse(raw.isEmpty());
        raw.forEach(key -> assertEquals(Set.of("kty", "kid", "use", "alg", "crv", "x", "y"), key.keySet()));
    }

    /** A service that knows nothing of Lifering but its public keys. */
    private JwtConsumerBuilder consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(publicKeys()))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setEvaluationTime(NumericDate.fromSeconds(time.instant().getEpochSecond()))
                .setExpectedIssuer("lifering")
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setRequireIssuedAt();
    }

    private static List<JsonWebKey> publicKeys() {
        try {
            return new JsonWebKeySet(RestAssured.get("/.well-known/jwks.json").asString()).getJsonWebKeys();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}

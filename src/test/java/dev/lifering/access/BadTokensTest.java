package dev.lifering.access;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Wire;
import dev.lifering.testing.Wire.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** A token that the platform's identity provider has not issued for Lifering, or not for now, opens nothing. */
@QuarkusTest
class BadTokensTest {
    private static final String UNAUTHENTICATED = "urn:lifering:problem:unauthenticated";

    private final Wire wire = new Wire();

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void tokensThatAreNotTheIdentityProvidersOpenNothing() throws Exception {
        PublicJsonWebKey issuer = Bearer.issuerKey();
        var bad = new LinkedHashMap<String, String>();
        bad.put("alg none", unsigned(good().payload(), "none"));
        bad.put("alg None", unsigned(good().payload(), "None"));
        bad.put("RS256 without a signature", unsigned(good().payload(), "RS256"));
        bad.put(
                "HS256 with the public key as PEM",
                hmac(pem(issuer.getPublicKey(), "\n").getBytes(StandardCharsets.US_ASCII)));
        bad.put(
                "HS256 with the public key as PEM in one line",
                hmac(pem(issuer.getPublicKey(), "").getBytes(StandardCharsets.US_ASCII)));
        bad.put("HS256 with the public key as DER", hmac(issuer.getPublicKey().getEncoded()));
        bad.put(
                "HS256 with the public key as JWK",
                hmac(issuer.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8)));
        PublicJsonWebKey foreign = RsaJwkGenerator.generateJwk(2048);
        foreign.setKeyId(issuer.getKeyId());
        bad.put("another key with the same kid", signed(foreign, "RS256"));
        bad.put("another key that comes along", withOwnKey(foreign));
        bad.put("ES256 with another key", signed(EcJwkGenerator.generateJwk(EllipticCurves.P256), "ES256"));
        String[] parts = good().token().split("\\.");
        String other =
                Bearer.of("somebody-else", "user", "admin").account("acme").payload();
        bad.put("another payload", parts[0] + "." + encoded(other) + "." + parts[2]);
        bad.put(
                "a signature that is cut off",
                good().token().substring(0, good().token().length() - 20));
        bad.put("two parts", parts[0] + "." + parts[1]);
        bad.put("five parts", good().token() + ".a.b");
        bad.put("garbage", "garbage");
        bad.put("dots", "..");
        refuseAll(bad);
    }

    @Test
    void tokensForOthersOrForAnotherTimeOpenNothing() {
        var bad = new LinkedHashMap<String, String>();
        bad.put("expired", good().expiring(Duration.ofMinutes(-10)).token());
        bad.put("another issuer", good().issuer("https://evil.example").token());
        bad.put("no issuer", good().without("iss").token());
        bad.put("another audience", good().audience("another-service").token());
        bad.put("no audience", good().without("aud").token());
        bad.put("no expiry", good().without("exp").token());
        bad.put("an expiry that is no number", good().claim("exp", "tomorrow").token());
        bad.put(
                "not yet",
                good().claim("nbf", System.currentTimeMillis() / 1000 + 3600).token());
        refuseAll(bad);
    }

    @Test
    void aSubjectThatIsNoIdOpensNothing() {
        var bad = new LinkedHashMap<String, String>();
        bad.put("no sub", good().without("sub").token());
        bad.put(
                "no sub, but a preferred_username",
                good().without("sub").claim("preferred_username", "ada").token());
        bad.put(
                "no sub, but a upn",
                good().without("sub").claim("upn", "ada@acme.example").token());
        bad.put("sub is a number", good().claim("sub", 4711).token());
        bad.put("sub is a list", good().claim("sub", List.of("ada")).token());
        for (String subject : List.of(
                "", " ", ".", "..", "a b", "ä", "a/b", "a\nb", "a\u0000b", "ada;drop", "ａｄａ", "x".repeat(256))) {
            bad.put("sub '" + subject + "'", good().claim("sub", subject).token());
        }
        refuseAll(bad);
    }

    @Test
    void rolesOfAnotherTypeOpenNothing() {
        refuseAll(Map.of(
                "groups is an object",
                        good().claim("groups", Map.of("user", true)).token(),
                "groups is a number", good().claim("groups", 7).token()));
    }

    @Test
    void aTokenWithoutRolesIsForbidden() {
        String account = Tenant.direct(time).id();
        for (Object groups : List.of(List.of(), List.of("guest"), List.of(7, true), List.of(List.of("user")))) {
            String token = Bearer.of("u-" + UUID.randomUUID())
                    .account(account)
                    .claim("groups", groups)
                    .token();
            refused(
                    RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .get("/v1/me/second-factor")
                            .then(),
                    403,
                    "forbidden");
        }
        String none = good().without("groups").token();
        refused(
                RestAssured.given()
                        .auth()
                        .oauth2(none)
                        .get("/v1/me/second-factor")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void otherSchemesAndPlacesOfATokenDoNotCount() {
        String token = good().token();
        refused(
                RestAssured.given()
                        .header("Authorization", "Basic " + encoded("ada:secret"))
                        .get("/v1/me/second-factor")
                        .then(),
                401,
                "unauthenticated");
        refused(
                RestAssured.given()
                        .header("Authorization", token)
                        .get("/v1/me/second-factor")
                        .then(),
                401,
                "unauthenticated");
        refused(
                RestAssured.given()
                        .cookie("Bearer", token)
                        .get("/v1/me/second-factor")
                        .then(),
                401,
                "unauthenticated");
        refused(RestAssured.get("/v1/me/second-factor?access_token=" + token).then(), 401, "unauthenticated");
    }

    @Test
    void twoTokensOpenNothingWhicheverIsTheGoodOne() {
        String token = "Bearer " + good().token();
        for (List<String> headers :
                List.of(List.of(token, "Bearer garbage"), List.of("Bearer garbage", token), List.of(token, token))) {
            refused(
                    RestAssured.given()
                            .header("Authorization", headers.get(0), headers.get(1))
                            .get("/v1/accounts/acme/policy")
                            .then(),
                    401,
                    "unauthenticated");
        }
    }

    private void refuseAll(Map<String, String> bad) {
        long users = database.count("select count(*) from account_user");
        List<ApiOperation> secured = secured();
        try (LogCapture errors = LogCapture.ofErrors()) {
            var accepted = new LinkedHashMap<String, Object>();
            bad.forEach((what, token) -> {
                for (ApiOperation operation : secured) {
                    Answer answer = wire.send(operation, path(operation), token, "{}");
                    if (answer.status() != 401 || !answer.field("type").equals(UNAUTHENTICATED)) {
                        accepted.put(what + " at " + operation.id(), answer);
                    }
                }
                refused(
                                RestAssured.given()
                                        .header("Authorization", "Bearer " + token)
                                        .get("/v1/me/second-factor")
                                        .then(),
                                401,
                                "unauthenticated")
                        .header("WWW-Authenticate", "Bearer");
            });
            assertEquals(Map.of(), accepted);
            assertEquals(List.of(), errors.lines());
        }
        assertEquals(users, database.count("select count(*) from account_user"), "nobody arrived");
    }

    /** All that ask for a token. */
    private static List<ApiOperation> secured() {
        return ApiOperation.all().stream().filter(ApiOperation::needsToken).toList();
    }

    private static String path(ApiOperation operation) {
        return operation
                .path()
                .replace("{accountId}", "acme")
                .replace("{userId}", "ada")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    /** Would open everything, were it signed properly. */
    private static Bearer good() {
        return Bearer.of("ada", "user", "admin", "support", "service").account("acme");
    }

    private static String unsigned(String payload, String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + encoded(payload) + ".";
    }

    private static String hmac(byte[] secret) throws Exception {
        JsonWebSignature jws = jws("HS256", new HmacKey(secret));
        return jws.getCompactSerialization();
    }

    private static String signed(PublicJsonWebKey key, String algorithm) throws Exception {
        return jws(algorithm, key.getPrivateKey()).getCompactSerialization();
    }

    private static String withOwnKey(PublicJsonWebKey key) throws Exception {
        JsonWebSignature jws = jws("RS256", key.getPrivateKey());
        jws.setJwkHeader(key);
        return jws.getCompactSerialization();
    }

    private static JsonWebSignature jws(String algorithm, Key key) throws Exception {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(Bearer.issuerKey().getKeyId());
        jws.setKey(key);
        jws.setPayload(good().payload());
        return jws;
    }

    private static String pem(PublicKey key, String lineEnd) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----" + lineEnd;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.lifering.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Makes the tokens that the platform's identity provider would issue. Every part of one can be made wrong. */
public final class Bearer {
    /** Reading one takes longer than signing with it. */
    private static final Map<String, PublicJsonWebKey> KEYS = new ConcurrentHashMap<>();

    private final JwtClaims claims = new JwtClaims();

    private Bearer(String subject, String... roles) {
        claims.setSubject(subject);
        claims.setIssuer(setting("mp.jwt.verify.issuer"));
        claims.setAudience(setting("mp.jwt.verify.audiences"));
        claims.setStringListClaim("groups", List.of(roles));
        expiring(Duration.ofHours(1));
    }

    public static Bearer of(String subject, String... roles) {
        return new Bearer(subject, roles);
    }

    /** The service that signs the platform's users in. */
    public static String service() {
        return of("login-service", "service").token();
    }

    public static String support() {
        return of("support-agent", "support").token();
    }

    public Bearer account(String accountId) {
        return claim("account_id", accountId);
    }

    public Bearer email(String email) {
        return claim("email", email);
    }

    public Bearer issuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public Bearer audience(String audience) {
        claims.setAudience(audience);
        return this;
    }

    /** From now on; may lie in the past. */
    public Bearer expiring(Duration fromNow) {
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plus(fromNow).getEpochSecond()));
        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().minusSeconds(5).getEpochSecond()));
        return this;
    }

    public Bearer claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public Bearer without(String name) {
        claims.unsetClaim(name);
        return this;
    }

    /** The claims, for signing them in another way. */
    public String payload() {
        return claims.toJson();
    }

    public String token() {
        try {
            PublicJsonWebKey key = issuerKey();
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(key.getPrivateKey());
            jws.setPayload(payload());
            return jws.getCompactSerialization();
        } catch (Exception e) {
            throw new AssertionError("the test's identity provider cannot sign", e);
        }
    }

    /** The key pair of the test's identity provider. */
    public static PublicJsonWebKey issuerKey() throws Exception {
        String jwk = Files.readString(Path.of(setting("lifering.demo-issuer.key-location")));
        PublicJsonWebKey known = KEYS.get(jwk);
        if (known == null) {
            known = PublicJsonWebKey.Factory.newPublicJwk(jwk);
            KEYS.put(jwk, known);
        }
        return known;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}

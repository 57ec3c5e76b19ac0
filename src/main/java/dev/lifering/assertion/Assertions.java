package dev.lifering.assertion;

import dev.lifering.crypto.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs assertions with the current key. */
@ApplicationScoped
public class Assertions {
    private final KeySet keys;
    private final AssertionConfig config;

    Assertions(KeySet keys, AssertionConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** A compact JWS (ES256) that says this, valid from the verification on for the configured lifetime. */
    public String sign(Claim claim) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setKeyIdHeaderValue(keys.signingKey().keyId());
        jws.setKey(keys.signingKey().privateKey());
        jws.setPayload(claims(claim).toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the current assertion key cannot sign", e);
        }
    }

    private JwtClaims claims(Claim claim) {
        var claims = new JwtClaims();
        claims.setIssuer(config.issuer());
        claims.setSubject(claim.subject());
        if (claim.audience() != null) {
            claims.setAudience(claim.audience());
        }
        if (claim.nonce() != null) {
            claims.setClaim("nonce", claim.nonce());
        }
        claims.setJwtId(claim.id().toString());
        claims.setStringListClaim("amr", claim.amr());
        claims.setClaim("method", claim.method());
        claims.setClaim("auth_time", claim.verifiedAt().getEpochSecond());
        claims.setIssuedAt(date(claim.verifiedAt()));
        claims.setExpirationTime(date(claim.verifiedAt().plus(config.lifetime())));
        return claims;
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}

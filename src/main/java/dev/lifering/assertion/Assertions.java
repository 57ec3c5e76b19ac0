package dev.lifering.assertion;

import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Signs assertions with the current key: compact JWS (RFC 7515 §7.1) with ES256 (RFC 7518 §3.4). The header is always the
 * same, and the platform's signature has the form that JWS wants, so there is nothing left for a library to do at each login.
 */
@ApplicationScoped
public class Assertions {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final AssertionConfig config;
    private final PrivateKey key;
    private final String header;

    Assertions(KeySet keys, AssertionConfig config) {
        SigningKey current = keys.signingKey();
        this.config = config;
        this.key = current.privateKey();
        this.header = encoded(JsonUtil.toJson(Map.of("alg", "ES256", "typ", "JWT", "kid", current.keyId())));
    }

    /** A compact JWS that says this, valid from the verification on for the configured lifetime. */
    public String sign(Claim claim) {
        String signed = header + '.' + encoded(claims(claim).toJson());
        return signed + '.' + BASE64URL.encodeToString(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
            es256.initSign(key);
            es256.update(text.getBytes(StandardCharsets.US_ASCII));
            return es256.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the current assertion key cannot sign", e);
        }
    }

    private static String encoded(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
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
        claims.setClaim("auth_time", claim.authenticatedAt().getEpochSecond());
        claims.setIssuedAt(date(claim.verifiedAt()));
        claims.setExpirationTime(date(claim.verifiedAt().plus(config.lifetime())));
        return claims;
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}

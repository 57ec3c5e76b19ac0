package dev.lifering.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The platform's identity provider. */
final class Tokens {
    static final String ISSUER = "https://login.example";
    static final String AUDIENCE = "lifering";

    private static final int LIFETIME_MINUTES = 300;

    private final PrivateKey key;

    Tokens(Path pem) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    String service() {
        return signed(claims("login-service", "service"));
    }

    String member(String subject, String role, String account) {
        var claims = claims(subject, role);
        claims.setClaim("account_id", account);
        claims.setClaim("email", subject + "@users.example");
        return signed(claims);
    }

    private static JwtClaims claims(String subject, String role) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", List.of(role));
        return claims;
    }

    private String signed(JwtClaims claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the identity provider's key cannot sign", e);
        }
    }
}

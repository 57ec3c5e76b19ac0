package dev.lifering.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** For how long a token that was found good is taken at its word; another key shows when it is verified again. */
class TokenReaderTest {
    private final KeyPair keys = keyPair();
    private final JWTAuthContextInfo right = new JWTAuthContextInfo(keys.getPublic(), "https://login.example");
    private final JWTAuthContextInfo other = new JWTAuthContextInfo(keyPair().getPublic(), "https://login.example");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final TokenReader reader = new TokenReader(now::get);

    @Test
    void aGoodTokenIsVerifiedAgainAfterAMinute() throws Exception {
        String token = token(Duration.ofMinutes(10));
        assertEquals("ada", reader.parse(token, right).getSubject());
        advance(Duration.ofSeconds(59));
        assertEquals("ada", reader.parse(token, other).getSubject());
        advance(Duration.ofSeconds(1));
        assertThrows(ParseException.class, () -> reader.parse(token, other));
    }

    @Test
    void aTokenThatHasExpiredIsVerifiedAgainAtOnce() throws Exception {
        String token = token(Duration.ofSeconds(30));
        reader.parse(token, right);
        advance(Duration.ofSeconds(30));
        assertThrows(ParseException.class, () -> reader.parse(token, other));
    }

    @Test
    void anotherSignatureUnderKnownClaimsIsAnotherToken() throws Exception {
        String token = token(Duration.ofMinutes(10));
        reader.parse(token, right);
        String changed = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        assertThrows(ParseException.class, () -> reader.parse(changed, right));
    }

    private void advance(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }

    private String token(Duration lifetime) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer("https://login.example");
        claims.setSubject("ada");
        claims.setIssuedAt(NumericDate.fromSeconds(now.get().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.get().plus(lifetime).getEpochSecond()));
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKey(keys.getPrivate());
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

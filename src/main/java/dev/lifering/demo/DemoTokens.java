package dev.lifering.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Plays the platform's identity provider: gives personas their tokens. */
@ApplicationScoped
class DemoTokens {
    static final Duration LIFETIME = Duration.ofHours(8);

    private final DemoIssuerConfig issuer;
    private final Config settings;
    private final InstantSource clock;

    DemoTokens(DemoIssuerConfig issuer, Config settings, InstantSource clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
    }

    TokenView token(Persona persona) {
        Instant now = clock.instant();
        Instant expiry = now.plus(LIFETIME);
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(keyFile()));
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(key.getPrivateKey());
            jws.setPayload(claims(persona, now, expiry).toJson());
            return new TokenView(jws.getCompactSerialization(), persona.id(), expiry);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException("the key of the demo's identity provider cannot be used", e);
        }
    }

    private JwtClaims claims(Persona persona, Instant now, Instant expiry) {
        var claims = new JwtClaims();
        claims.setIssuer(settings.getValue("mp.jwt.verify.issuer", String.class));
        claims.setAudience(settings.getValue("mp.jwt.verify.audiences", String[].class));
        claims.setSubject(persona.id());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", List.copyOf(persona.roles()));
        claims.setStringClaim("name", persona.displayName());
        persona.accountId().ifPresent(account -> {
            claims.setStringClaim("account_id", account);
            claims.setStringClaim("email", persona.email());
        });
        return claims;
    }

    private Path keyFile() {
        return Path.of(
                issuer.keyLocation().orElseThrow(() -> new IllegalStateException("demo mode has made no issuer key")));
    }
}

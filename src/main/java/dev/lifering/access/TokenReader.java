package dev.lifering.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads the platform's tokens as MicroProfile JWT says, and one thing more: {@code sub} must be an id. Without this a call
 * that asks for roles only would take a token whose bearer has no name.
 *
 * <p>A service shows the same token with every call. One that was found good is not verified again for a minute, unless it
 * expires before; so a key that the identity provider withdraws counts for a minute longer.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenReader extends DefaultJWTCallerPrincipalFactory {
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    /** Of services there are few, and users come and go: more would cost memory and spare nothing. */
    private static final int AT_MOST = 1_000;

    private record Good(JWTCallerPrincipal caller, Instant until) {}

    private final Cache<ByteBuffer, Good> good =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();

    private final InstantSource clock;

    TokenReader(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        ByteBuffer digest = digest(token);
        Instant now = clock.instant();
        Good known = good.getIfPresent(digest);
        if (known != null && now.isBefore(known.until())) {
            return known.caller();
        }
        JWTCallerPrincipal caller = verified(token, context);
        good.put(digest, new Good(caller, until(caller, now)));
        return caller;
    }

    private static JWTCallerPrincipal withId(JWTCallerPrincipal caller) throws ParseException {
        String subject = caller.getSubject();
        if (subject == null || !Callers.isId(subject)) {
            throw new ParseException("The claim sub is missing or is not an id.");
        }
        return caller;
    }

    /** A claim of the wrong type makes the library fail; for us that is a bad token and no defect. */
    private JWTCallerPrincipal verified(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return withId(super.parse(token, context));
        } catch (ClassCastException e) {
            throw new ParseException("A claim has a type that it cannot have.", e);
        }
    }

    /** From its expiration on a token is the library's to judge, which may allow for clocks that differ. */
    private static Instant until(JWTCallerPrincipal caller, Instant now) {
        Instant trusted = now.plus(TRUSTED_FOR);
        Instant expires = Instant.ofEpochSecond(caller.getExpirationTime());
        return expires.isBefore(trusted) ? expires : trusted;
    }

    /** The whole token, signature included, stands behind its digest. */
    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

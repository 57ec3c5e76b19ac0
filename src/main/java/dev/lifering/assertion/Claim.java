package dev.lifering.assertion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion is to say.
 *
 * @param id the verification, which becomes {@code jti}
 * @param subject the id of the user who proved a second factor
 * @param amr authentication method references, RFC 8176 §2
 * @param method the method in Lifering's own words
 * @param audience who it is for, as the caller asked; null leaves {@code aud} out
 * @param nonce the caller's own value, as asked; null leaves it out
 * @param verifiedAt when the login was verified, from which the assertion lives
 * @param authenticatedAt when a code was checked, which becomes {@code auth_time}
 */
public record Claim(
        UUID id,
        String subject,
        List<String> amr,
        String method,
        @Nullable String audience,
        @Nullable String nonce,
        Instant verifiedAt,
        Instant authenticatedAt) {

    public Claim {
        amr = List.copyOf(amr);
    }
}

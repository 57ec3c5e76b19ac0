package dev.lifering.recovery.session;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A session just opened. The token exists here only.
 *
 * @param token 256 random bits as base64url text
 */
public record OpenedSession(Secret token, Instant expiresAt) {

    /** The token as its holder gets it, for the one response that opens the session. */
    public String reveal() {
        return new String(token.bytes(), StandardCharsets.US_ASCII);
    }
}

package dev.lifering.recovery.session;

import dev.lifering.crypto.OneTimeToken;
import java.time.Instant;

/** A session just opened. The token exists here only. */
public record OpenedSession(OneTimeToken token, Instant expiresAt) {

    /** The token as its holder gets it, for the one response that opens the session. */
    public String reveal() {
        return token.reveal();
    }
}

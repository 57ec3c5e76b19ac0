package dev.lifering.recovery.link;

import dev.lifering.mail.Delivery;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The life of a recovery link. */
@Schema(name = "RecoveryLinkState")
public enum LinkState {
    /** Its mail waits to be sent. */
    QUEUED,
    /** The mail server has taken its mail. */
    SENT,
    /** Its mail could not be delivered. */
    FAILED,
    /** It was used. */
    REDEEMED,
    /** Nobody used it in time. */
    EXPIRED,
    /** A newer one took its place. */
    SUPERSEDED,
    /** An administrator took it back. */
    REVOKED;

    /** What a link is, by how it ended and, while it is live, by how far its mail has come. */
    static LinkState of(@Nullable LinkState ended, Instant expiresAt, Delivery.State mail, Instant now) {
        if (ended != null) {
            return ended;
        }
        return now.isBefore(expiresAt) ? valueOf(mail.name()) : EXPIRED;
    }

    /** The name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to tell somebody whose link is not live. */
    String explanation() {
        return switch (this) {
            case REDEEMED -> "This link was used already. If it was not you, use the link in the notice that followed.";
            case SUPERSEDED -> "A newer link took the place of this one. Use the one in the latest mail.";
            case REVOKED -> "An administrator has taken this link back. Ask for another.";
            default -> "This link has expired. Ask an administrator of your account for another.";
        };
    }
}

package dev.lifering.recovery.link;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a link is sent, and the administrator's own code where the operator asks for one. */
@Schema(description = "Why the link is sent, for the record.")
public record RecoveryLinkRequest(
        @Schema(description = "For the account's administrators to read later; not told to the user.")
        @Nullable
        @PlainText(max = 200)
        String reason,

        @Schema(description = "The administrator's own TOTP or backup code, where the service is set up to ask for it.")
        @Nullable
        @PlainText(max = 64)
        String code) {
    static final RecoveryLinkRequest EMPTY = new RecoveryLinkRequest(null, null);

    /** Never shows the code. */
    @Override
    public String toString() {
        return "RecoveryLinkRequest";
    }
}

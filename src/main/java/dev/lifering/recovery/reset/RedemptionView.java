package dev.lifering.recovery.reset;

import dev.lifering.factor.backupcode.BackupCodesView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a redeemed link gives: new backup codes, and a session to set up an authenticator again. */
@Schema(description = "What a redeemed link gives. It is shown this once.")
public record RedemptionView(
        @Schema(description = "A token that starts an enrolment without a further code.")
        String recoverySession,

        @Schema(description = "When the session ends, used or not.")
        Instant expiresAt,

        @Schema(description = "New codes, to be acknowledged. Without that they open nothing.")
        BackupCodesView backupCodes) {

    /** Never shows the session or the codes. */
    @Override
    public String toString() {
        return "RedemptionView[" + expiresAt + "]";
    }
}

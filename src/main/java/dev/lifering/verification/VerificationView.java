package dev.lifering.verification;

import dev.lifering.factor.Method;
import dev.lifering.factor.Status;
import dev.lifering.trusteddevice.TrustedDeviceTokenView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A verification that succeeded.
 *
 * @param recoverySession given when the last backup code was spent: sets up an authenticator without a further code
 * @param assertion signed proof, a JWT
 */
@Schema(description = "A verification that succeeded. A wrong code is never answered with a 2xx.")
public record VerificationView(
        UUID id,
        Method method,

        @Schema(description = "The authenticator whose code it was; absent for a backup code.") @Nullable
        AuthenticatorUsed authenticator,

        Instant verifiedAt,
        Status status,

        @Schema(description = "How many backup codes are left.")
        int backupCodesRemaining,

        @Schema(description = "Whether three or fewer are left, so that the user should make new ones.")
        boolean lowBackupCodes,

        @Schema(
                description = "True when the code was one of those that came over from another product: ask the user to"
                        + " make new ones, which take their place.")
        @Nullable
        Boolean legacyBackupCode,

        @Schema(description = "Whether the user has no authenticator, so that each login costs a backup code.")
        boolean reenrolmentRequired,

        @Schema(
                description = "Given when the last backup code was spent: a token that starts an enrolment without a"
                        + " further code, for 15 minutes.")
        @Nullable
        String recoverySession,

        @Nullable Instant recoverySessionExpiresAt,

        @Schema(description = "A JWT (ES256), to be verified with the keys of /.well-known/jwks.json.")
        String assertion,

        @Schema(
                description =
                        "Given where trustDevice was asked for, an authenticator's code was proved and the account"
                                + " allows it.")
        @Nullable
        TrustedDeviceTokenView trustedDevice) {

    /** The authenticator whose code was right. */
    @Schema(description = "The authenticator whose code was right.")
    public record AuthenticatorUsed(UUID id, String label) {}

    /** Never shows the session or the assertion. */
    @Override
    public String toString() {
        return "VerificationView[" + id + ", " + method + "]";
    }
}

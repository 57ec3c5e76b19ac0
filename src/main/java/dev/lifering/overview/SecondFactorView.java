package dev.lifering.overview;

import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.factor.totp.ClockHint;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a user's second factor stands. */
@Schema(description = "How a user's second factor stands.")
public record SecondFactorView(
        Status status,
        List<Authenticator> authenticators,

        @Schema(description = "What is left of the active set; absent without one.") @Nullable
        BackupCodes backupCodes,

        @Schema(
                description =
                        "Whether the account demands a second factor that the user has not set up; demands says by when.")
        boolean enrolmentRequired,

        @Schema(description = "Whether the user has no authenticator, so that each login costs a backup code.")
        boolean reenrolmentRequired,

        DemandsView demands,

        @Nullable Instant lastVerifiedAt,

        @Schema(description = "Until when no code is looked at, after too many wrong ones.") @Nullable
        Instant lockedUntil,

        @Schema(description = "Whether there were so many wrong codes that only recovery helps.")
        boolean blocked,

        @Schema(
                description = "Set when the last wrong codes were right for another time, until that device's next good"
                        + " code.")
        @Nullable
        ClockHint clock) {

    public SecondFactorView {
        authenticators = List.copyOf(authenticators);
    }
}

package dev.lifering.users;

import dev.lifering.factor.Status;
import dev.lifering.factor.totp.ClockHint;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.link.OpenLink;
import dev.lifering.recovery.policy.Decision;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user, as somebody sees him who looks after the account. */
@Schema(description = "A user of an account and how his second factor stands.")
public record AccountUserView(
        String id,
        @Nullable String email,
        @Nullable String displayName,

        @Schema(description = "Whether the directory knows the user as an administrator of the account.")
        boolean admin,

        boolean active,
        Status status,

        @Schema(description = "How many authenticators are in use.")
        long authenticators,

        @Schema(description = "How many backup codes are left.")
        int backupCodesRemaining,

        @Nullable Instant lastVerifiedAt,

        @Schema(description = "Until when no code is looked at, after too many wrong ones.") @Nullable
        Instant lockedUntil,

        @Schema(description = "Whether there were so many wrong codes that only recovery helps.")
        boolean blocked,

        Recovery recovery,

        @Schema(description = "The recovery link that is live; absent without one.") @Nullable
        OpenLink openLink,

        @Schema(
                description = "Set when the last wrong codes were right for another time, until that device's next good"
                        + " code.")
        @Nullable
        ClockHint clock) {

    /**
     * Whether the viewer may send this user a recovery link now.
     *
     * @param reason the name of the problem that sending would be answered with
     */
    @Schema(name = "UserRecovery", description = "Whether whoever asks may send this user a recovery link now.")
    public record Recovery(
            boolean allowed,

            @Schema(
                    description = "Why not: the name of the problem that sending would be answered with.",
                    examples = "reseller-cannot-reset")
            @Nullable
            String reason) {

        static Recovery of(Decision decision) {
            return new Recovery(
                    decision.allowed(),
                    decision.refusal().map(ProblemType::slug).orElse(null));
        }
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "AccountUserView[" + id + "]";
    }
}

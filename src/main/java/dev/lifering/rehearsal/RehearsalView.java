package dev.lifering.rehearsal;

import dev.lifering.accountpolicy.PolicyView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of the policy would do; nothing has changed. */
@Schema(
        description =
                "What the change would do to the active users of the account. Only what it would change is counted:"
                        + " rehearsing the policy in force counts nobody.")
public record RehearsalView(
        @Schema(description = "The policy in force.") PolicyView before,

        @Schema(description = "The policy that would be in force.")
        PolicyView after,

        @Schema(description = "How many active users the account has.")
        long users,

        @Schema(description = "How many of them are administrators.")
        long administrators,

        @Schema(
                description = "Have no second factor and no time left to set one up: they could not sign in before they"
                        + " have. Where these are all administrators, nobody is left who can help.")
        ConsequenceView mustEnrolAtOnce,

        @Schema(
                description =
                        "Have no second factor, and would have to set one up by another time than now; enrolBy says"
                                + " by when.")
        ConsequenceView mustEnrolLater,

        @Schema(description = "Have no second factor, and would not have to set one up any more.")
        ConsequenceView needNotEnrol,

        @Schema(description = "Have more authenticators than the new limit: they keep them, and can add none.")
        ConsequenceView overAuthenticatorLimit,

        @Schema(
                description = "Have authenticators that compute codes in another way: these stay valid, only new ones"
                        + " are set up as the policy says.")
        ConsequenceView keepOtherTotpParameters,

        @Schema(
                description =
                        "Have a backup code set of another size: it stays valid, only the next one has the new size.")
        ConsequenceView keepOtherBackupCodeCount,

        @Schema(description = "Hold backup codes that they have not acknowledged, and would have to type one back.")
        ConsequenceView mustProveAcknowledgement,

        @Schema(
                description =
                        "Have a trusted device that would not be trusted any more: the next login on it needs a code.")
        ConsequenceView loseTrustedDevices) {}

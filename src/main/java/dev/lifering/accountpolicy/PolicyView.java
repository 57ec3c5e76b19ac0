package dev.lifering.accountpolicy;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The policy that holds for an account: its own words, and the service's defaults where it has none. */
@Schema(description = "The policy in force: the account's own words over the service's defaults.")
public record PolicyView(
        boolean secondFactorMandatory,

        @Schema(type = SchemaType.STRING, format = "duration")
        Duration gracePeriod,

        int maxAuthenticators,
        boolean acknowledgementProof,
        int backupCodes,
        TotpAlgorithm totpAlgorithm,
        int totpDigits,

        @Schema(type = SchemaType.STRING, format = "duration")
        Duration totpPeriod,

        int totpWindow,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "How old auth_time of an assertion may be when its user does something sensitive.")
        Duration stepUpAfter,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description =
                        "How long a device needs no code after one was proved on it; PT0S allows no trusted device.")
        Duration trustedDeviceLifetime) {

    /** What is shown of a policy. */
    public static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.secondFactorMandatory(),
                policy.gracePeriod(),
                policy.maxAuthenticators(),
                policy.acknowledgementProof(),
                policy.backupCodes(),
                policy.totp().algorithm(),
                policy.totp().digits(),
                policy.totp().period(),
                policy.totpWindow(),
                policy.stepUpAfter(),
                policy.trustedDeviceLifetime());
    }
}

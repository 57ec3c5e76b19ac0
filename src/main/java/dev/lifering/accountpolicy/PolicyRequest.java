package dev.lifering.accountpolicy;

import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** The whole policy of an account; what is left out falls back to the default of the service. */
@Schema(description = "The whole policy of an account; what is left out falls back to the service's default.")
public record PolicyRequest(
        @Nullable Boolean secondFactorMandatory,

        @Nullable @DurationMin @DurationMax(days = 365) @Schema(type = SchemaType.STRING, format = "duration")
        Duration gracePeriod,

        @Nullable @Min(1) @Max(20) Integer maxAuthenticators,

        @Nullable Boolean acknowledgementProof,

        @Nullable @Min(8) @Max(16) Integer backupCodes,

        @Nullable TotpAlgorithm totpAlgorithm,

        @Nullable @Min(6) @Max(8) Integer totpDigits,

        @Nullable
        @DurationMin(seconds = 15)
        @DurationMax(seconds = 60)
        @Schema(type = SchemaType.STRING, format = "duration")
        Duration totpPeriod,

        @Nullable @Min(0) @Max(2) Integer totpWindow,

        @Nullable
        @DurationMin(minutes = 1)
        @DurationMax(days = 30)
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
        @Nullable
        @DurationMin
        @DurationMax(days = 30)
        Duration trustedDeviceLifetime) {

    /** Refuses what no single field shows. */
    void refuseUnknownDigits() {
        if (totpDigits != null && totpDigits == 7) {
            throw ProblemType.INVALID_REQUEST
                    .because("A TOTP has 6 or 8 digits.")
                    .violations(List.of(new Violation("totpDigits", "must be 6 or 8")));
        }
    }
}

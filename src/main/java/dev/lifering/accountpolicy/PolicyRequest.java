package dev.lifering.accountpolicy;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** The whole policy of an account; what is left out falls back to the default of the service. */
@Schema(description = "The whole policy of an account; what is left out falls back to the service's default.")
public record PolicyRequest(
        @Nullable Boolean secondFactorMandatory,

        @Nullable @DurationMin @DurationMax(days = 365)
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "duration")
        Duration gracePeriod,

        @Nullable @Min(1) @Max(20) Integer maxAuthenticators,

        @Nullable Boolean acknowledgementProof,

        @Nullable @Min(8) @Max(16) Integer backupCodes,

        @Nullable TotpAlgorithm totpAlgorithm,

        @Nullable @Min(6) @Max(8) Integer totpDigits,

        @Nullable @DurationMin(seconds = 15) @DurationMax(seconds = 60)
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "duration")
        Duration totpPeriod,

        @Nullable @Min(0) @Max(2) Integer totpWindow) {

    @AssertTrue(message = "must be 6 or 8")
    @Schema(hidden = true)
    boolean isTotpDigitsKnown() {
        return totpDigits == null || totpDigits != 7;
    }
}

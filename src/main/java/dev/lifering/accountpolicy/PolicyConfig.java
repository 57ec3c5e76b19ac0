package dev.lifering.accountpolicy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The policy of accounts that say nothing else. */
@ConfigMapping(prefix = "lifering.policy")
interface PolicyConfig {

    /** Whether users must have a second factor. */
    @WithDefault("false")
    boolean secondFactorMandatory();

    /** How long a user may go without where it is mandatory. */
    @WithDefault("P7D")
    @DurationMin
    @DurationMax(days = 365)
    Duration gracePeriod();

    /** How many authenticators a user may have. */
    @WithDefault("5")
    @Min(1)
    @Max(20)
    int maxAuthenticators();

    /** Whether acknowledging backup codes needs one of them typed back. */
    @WithDefault("false")
    boolean acknowledgementProof();

    /** Hash of the TOTP; SHA1 is what every app knows. */
    @WithDefault("SHA1")
    TotpAlgorithm totpAlgorithm();

    /** Digits of a TOTP, 6 or 8. */
    @WithDefault("6")
    @Min(6)
    @Max(8)
    int totpDigits();

    /** Length of a time step. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 15)
    @DurationMax(seconds = 60)
    Duration totpPeriod();

    /** Steps accepted before and after the current one. */
    @WithDefault("1")
    @Min(0)
    @Max(2)
    int totpWindow();

    /** How old the proof of a second factor may be when its user does something sensitive. */
    @WithDefault("PT15M")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration stepUpAfter();

    /** How long a device needs no code after one was proved on it; zero means that none is trusted. */
    @WithDefault("PT0S")
    @DurationMin
    @DurationMax(days = 30)
    Duration trustedDeviceLifetime();
}

package dev.lifering.recovery.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How recovery links behave. */
@ConfigMapping(prefix = "lifering.recovery")
interface RecoveryConfig {

    /** How long a link lives; NIST SP 800-63B-4 §4.2.1.2 allows 24 hours for one that is mailed. */
    @WithDefault("PT1H")
    @DurationMin(minutes = 5)
    @DurationMax(hours = 24)
    Duration linkLifetime();

    /** What an administrator proves before he sends a link. */
    @WithDefault("none")
    AdminStepUp adminStepUp();
}

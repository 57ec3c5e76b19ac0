package dev.lifering.readiness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How soon it is noticed that an account is left with one able administrator. */
@ConfigMapping(prefix = "lifering.readiness")
interface ReadinessConfig {

    /** How long after one look the next begins. */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    Duration interval();
}

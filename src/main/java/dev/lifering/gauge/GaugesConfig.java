package dev.lifering.gauge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the numbers of the database become metrics. */
@ConfigMapping(prefix = "lifering.gauges")
interface GaugesConfig {

    /** How long after reading a number a replica reads it again; longer where reading takes long. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration interval();
}

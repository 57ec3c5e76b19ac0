package dev.lifering.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How background work is done. */
@ConfigMapping(prefix = "lifering.work")
interface WorkConfig {

    /** How often each replica looks for work that has become due. What is due at once is not waited for. */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration pollingInterval();
}

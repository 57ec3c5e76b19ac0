package dev.lifering.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much a replica takes on at once, and how long it waits for it. */
@ConfigMapping(prefix = "lifering.http")
interface HttpConfig {

    /**
     * How many requests a replica works on at once; further ones are refused. The default leaves some of the 200 worker
     * threads to the health checks.
     */
    @WithDefault("150")
    @Min(1)
    @Max(100_000)
    int maxConcurrentRequests();

    /** How long a body that is read as a whole may take to arrive. */
    @WithDefault("PT20S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration bodyTimeout();
}

package dev.lifering.assertion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What assertions say of themselves. */
@ConfigMapping(prefix = "lifering.assertion")
interface AssertionConfig {

    /** The claim {@code iss}: the name under which services know this Lifering. */
    @WithDefault("lifering")
    String issuer();

    /** How long an assertion is valid; at most 120 s, since it is handed on at once. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 5)
    @DurationMax(seconds = 120)
    Duration lifetime();
}

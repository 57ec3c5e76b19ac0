package dev.lifering.supportcase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What a support case takes. */
@ConfigMapping(prefix = "lifering.support")
interface SupportConfig {

    /**
     * How long after the approval the recovery link is mailed. It is the time in which somebody who did not ask for it can
     * stop it, so an operator who makes it short, or zero, gives that protection up.
     */
    @WithDefault("PT24H")
    @DurationMin
    @DurationMax(days = 14)
    Duration waitingTime();

    /** Whether the agent who approves must have had nothing to do with the case. Only for a Support of one person. */
    @WithDefault("true")
    boolean fourEyes();
}

package dev.lifering.audit.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When the audit trail is sealed. */
@ConfigMapping(prefix = "lifering.audit")
interface SealConfig {

    /**
     * How old an event is before it is sealed. Longer than the longest transaction (60 s) and what the clocks of replicas
     * differ by, since what commits after its time was sealed looks as if it had been added later.
     */
    @WithDefault("PT10M")
    @DurationMin(minutes = 2)
    @DurationMax(days = 1)
    Duration sealMargin();
}

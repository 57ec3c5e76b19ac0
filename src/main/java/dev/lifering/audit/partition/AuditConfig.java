package dev.lifering.audit.partition;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the audit trail reaches back. */
@ConfigMapping(prefix = "lifering.audit")
interface AuditConfig {

    /**
     * How long events are kept at least. They go by whole months, so an event is kept up to a month longer. For ever
     * unless set.
     */
    Optional<@DurationMin(days = 30) Duration> retention();
}

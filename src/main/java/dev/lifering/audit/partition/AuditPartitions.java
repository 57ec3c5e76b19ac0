package dev.lifering.audit.partition;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps the tables of the trail some months ahead, and drops those that are older than the operator keeps events. */
@ApplicationScoped
class AuditPartitions implements RecurringWork {
    private static final Logger LOG = Logger.getLogger(AuditPartitions.class);

    /** PostgreSQL, Appendix A: lock_not_available. */
    private static final String BUSY = "55P03";

    private final PartitionService service;
    private final AuditConfig config;
    private final InstantSource clock;

    AuditPartitions(PartitionService service, AuditConfig config, InstantSource clock) {
        this.service = service;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-partitions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        try {
            work(clock.instant());
        } catch (SQLException e) {
            if (!BUSY.equals(e.getSQLState())) {
                throw new IllegalStateException("The tables of the audit trail cannot be changed.", e);
            }
            LOG.infof("The audit trail is busy, its tables are seen to in %s", every());
        }
    }

    private void work(Instant now) throws SQLException {
        for (Months made : service.extend(now)) {
            LOG.infof("Made a table for the audit events of %s until %s", made.from(), made.to());
        }
        Optional<Duration> retention = config.retention();
        if (retention.isPresent()) {
            service.expire(service.agreed(now).minus(retention.get()))
                    .ifPresent(begin -> LOG.infof("Dropped the audit events before %s", begin));
        }
        service.drop();
    }
}

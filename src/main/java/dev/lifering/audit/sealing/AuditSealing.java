package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.SignedSeal;
import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.SigningKey;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Seals what was recorded, a stretch at a time, and lets the seals of dropped months go. */
@ApplicationScoped
class AuditSealing implements RecurringWork {
    private static final Logger LOG = Logger.getLogger(AuditSealing.class);

    private final SealService service;
    private final SealConfig config;
    private final SigningKey key;
    private final InstantSource clock;

    AuditSealing(SealService service, SealConfig config, KeySet keys, InstantSource clock) {
        this.service = service;
        this.config = config;
        this.key = keys.signingKey();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-seals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        try {
            sealBefore(now.minus(config.sealMargin()), now);
            while (service.dropSome()) {
                LOG.debug("There are more seals of months that are gone");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be sealed.", e);
        }
    }

    private void sealBefore(Instant end, Instant now) throws SQLException {
        long events = 0;
        Optional<SealService.Due> due = service.due(end);
        while (due.isPresent()) {
            Stretch stretch = due.get().stretch();
            List<SignedSeal> seals = stretch.sealed(due.get().heads(), key);
            if (!service.keep(stretch, seals, now)) {
                LOG.info("Another replica is sealing the audit trail");
                return;
            }
            events += stretch.events().size();
            due = service.due(end);
        }
        if (events > 0) {
            LOG.debugf("Sealed %d audit events", events);
        }
    }
}

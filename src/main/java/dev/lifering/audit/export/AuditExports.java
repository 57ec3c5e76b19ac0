package dev.lifering.audit.export;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import dev.lifering.audit.AuditEventView;
import dev.lifering.audit.AuditReading;
import dev.lifering.audit.AuditSearch;
import dev.lifering.audit.AuditStretch;
import dev.lifering.audit.WantedEvents;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Writes events out part by part. Whoever reads slowly holds a thread and a few hundred events, never a connection of the
 * database; as threads are needed for other things too, there are few exports at a time.
 */
@ApplicationScoped
class AuditExports {
    static final int AT_A_TIME = 4;

    private static final Logger LOG = Logger.getLogger(AuditExports.class);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Comes after every id. */
    private static final UUID NOW = new UUID(-1, -1);

    private final AccountAccess access;
    private final AuditReading audit;
    private final AuditExportService service;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    AuditExports(AccountAccess access, AuditReading audit, AuditExportService service) {
        this.access = access;
        this.audit = audit;
        this.service = service;
    }

    /** What is to be exported, or the refusal that the actor may not see it. Nothing has been read yet. */
    Order order(Actor actor, String accountId, AuditSearch search) {
        String account = access.readable(actor, accountId).id();
        return new Order(actor, account, audit.wanted(account, search));
    }

    /**
     * An export that may be done.
     *
     * @param wanted empty when nothing can be found
     */
    record Order(Actor actor, String accountId, Optional<WantedEvents> wanted) {}

    /** Writes all of it, or refuses with {@code unavailable} while there are too many others. */
    void run(Order order, ExportFormat format, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw ProblemType.UNAVAILABLE
                    .because("Too many exports are running; repeat the call.")
                    .retryAfter(SOON);
        }
        try {
            service.record(order.actor(), order.accountId(), format);
            out.write(format.head());
            if (order.wanted().isPresent()) {
                write(order.wanted().get(), format, out);
            }
        } finally {
            places.release();
        }
    }

    private void write(WantedEvents wanted, ExportFormat format, OutputStream out) throws IOException {
        Optional<UUID> before = Optional.of(NOW);
        long written = 0;
        while (before.isPresent()) {
            AuditStretch part = part(wanted, before.get(), written);
            for (AuditEventView event : part.events()) {
                out.write(format.event(event));
            }
            written += part.events().size();
            before = part.next();
        }
    }

    private AuditStretch part(WantedEvents wanted, UUID before, long written) {
        try {
            return service.part(wanted, before);
        } catch (RuntimeException e) {
            if (written > 0) {
                // The answer has begun, so that the framework can only close the connection, and does so without a
                // word.
                LOG.errorf(e, "An export broke off after %d events", written);
            }
            throw e;
        }
    }
}

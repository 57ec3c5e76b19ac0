package dev.lifering.audit.export;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import dev.lifering.audit.AuditEventView;
import dev.lifering.audit.AuditReading;
import dev.lifering.audit.AuditSearch;
import dev.lifering.audit.AuditStretch;
import dev.lifering.audit.WantedEvents;
import dev.lifering.audit.sealing.SealedTrail;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final SealedTrail sealed;
    private final Places places = new Places(AT_A_TIME);

    AuditExports(AccountAccess access, AuditReading audit, AuditExportService service, SealedTrail sealed) {
        this.access = access;
        this.audit = audit;
        this.service = service;
        this.sealed = sealed;
    }

    /** What is to be exported, or the refusal that the actor may not see it. Nothing has been read yet. */
    Order order(Actor actor, String accountId, AuditSearch search) {
        String account = access.readable(actor, accountId).id();
        return new Order(actor, account, audit.wanted(account, search));
    }

    /** The same for the events with their seals, which cover all of them, so that nothing may be looked for. */
    Order sealedOrder(Actor actor, String accountId, AuditSearch search) {
        Order order = order(actor, accountId, search);
        AuditSearch.refuseSeals(!search.isForEverything());
        return order;
    }

    /**
     * An export that may be done.
     *
     * @param wanted empty when nothing can be found
     */
    record Order(Actor actor, String accountId, Optional<WantedEvents> wanted) {}

    /** Writes all of it, or refuses with {@code unavailable} while there are too many others. */
    void run(Order order, ExportFormat format, OutputStream out) throws IOException {
        inPlace(order, () -> {
            service.record(order.actor(), order.accountId(), format.name());
            out.write(format.head());
            if (order.wanted().isPresent()) {
                write(order.wanted().get(), format, out);
            }
        });
    }

    /** The same, as lines of events and seals. */
    void runSealed(Order order, OutputStream out) throws IOException {
        inPlace(order, () -> {
            service.record(order.actor(), order.accountId(), "sealed ndjson");
            writeSealed(order.accountId(), out);
        });
    }

    private interface Export {
        void write() throws IOException;
    }

    private void inPlace(Order order, Export export) throws IOException {
        if (!places.take(order.accountId())) {
            throw ProblemType.UNAVAILABLE
                    .because("Too many exports are running; repeat the call.")
                    .retryAfter(SOON);
        }
        try {
            export.write();
        } finally {
            places.leave(order.accountId());
        }
    }

    private void write(WantedEvents wanted, ExportFormat format, OutputStream out) throws IOException {
        Optional<UUID> before = Optional.of(NOW);
        long written = 0;
        while (before.isPresent()) {
            UUID end = before.get();
            AuditStretch part = part(() -> service.part(wanted, end), written);
            for (AuditEventView event : part.events()) {
                out.write(format.event(event));
            }
            written += part.events().size();
            before = part.next();
        }
    }

    private void writeSealed(String accountId, OutputStream out) throws IOException {
        SealedTrail.Reading reading = sealed.of(accountId);
        long written = 0;
        while (reading.hasNext()) {
            for (String line : part(reading::next, written)) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                written++;
            }
        }
    }

    private static <T> T part(Supplier<T> reading, long written) {
        try {
            return reading.get();
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

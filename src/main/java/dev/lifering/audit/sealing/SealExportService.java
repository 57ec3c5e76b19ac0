package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.SealedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The transactions of an export with seals, one for each part. */
@ApplicationScoped
class SealExportService {
    private final RecordedEvents events;
    private final Seals seals;

    SealExportService(RecordedEvents events, Seals seals) {
        this.events = events;
        this.seals = seals;
    }

    /** The newest events of the account below the id. */
    @Transactional
    public List<RecordedEvent> events(String accountId, UUID before, int limit) {
        try {
            return events.newest(accountId, before, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read.", e);
        }
    }

    /** The newest seals of the account below the sequence number. */
    @Transactional
    public List<SealedLine> seals(String accountId, long below, int limit) {
        try {
            return seals.newest(Chain.of(accountId), below, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The seals of the audit trail cannot be read.", e);
        }
    }
}

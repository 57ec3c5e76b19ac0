package dev.lifering.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of what was searched for, newest first.
 *
 * @param next the id before which the search goes on; empty at the end
 */
public record AuditStretch(List<AuditEventView> events, Optional<UUID> next) {
    static final AuditStretch NOTHING = new AuditStretch(List.of(), Optional.empty());

    public AuditStretch {
        events = List.copyOf(events);
    }
}

package dev.lifering.audit;

import dev.lifering.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts names to the pseudonyms of users that still exist. */
@ApplicationScoped
class AuditViews {
    private final Directory directory;

    AuditViews(Directory directory) {
        this.directory = directory;
    }

    List<AuditEventView> of(List<AuditEventEntity> events) {
        Map<UUID, String> names = directory.userIds(pseudonyms(events));
        return events.stream().map(event -> view(event, names)).toList();
    }

    private static Set<UUID> pseudonyms(List<AuditEventEntity> events) {
        Set<UUID> pseudonyms = new HashSet<>();
        for (AuditEventEntity event : events) {
            if (event.subject != null) {
                pseudonyms.add(event.subject);
            }
            pseudonym(event).ifPresent(pseudonyms::add);
        }
        return pseudonyms;
    }

    private static AuditEventView view(AuditEventEntity event, Map<UUID, String> names) {
        return new AuditEventView(
                event.id,
                event.occurredAt,
                event.type,
                event.outcome,
                event.actorKind,
                pseudonym(event).map(known -> name(known, names)).orElseGet(new Doer(event.actorKind, event.actor)::id),
                event.subject == null ? null : name(event.subject, names),
                event.accountId,
                event.method,
                event.reason,
                event.object,
                event.address,
                event.requestId);
    }

    private static String name(UUID pseudonym, Map<UUID, String> names) {
        return names.getOrDefault(pseudonym, erased(pseudonym));
    }

    /** What an erased user is called. */
    static String erased(UUID pseudonym) {
        return "erased:" + pseudonym;
    }

    private static Optional<UUID> pseudonym(AuditEventEntity event) {
        return new Doer(event.actorKind, event.actor).pseudonym();
    }
}

package dev.lifering.audit;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.http.Cursor;
import dev.lifering.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the trail, newest first, and puts names to the pseudonyms of users that still exist. */
@ApplicationScoped
public class AuditReading {
    private final AuditEvents events;
    private final Directory directory;

    AuditReading(AuditEvents events, Directory directory) {
        this.events = events;
        this.directory = directory;
    }

    /** What was done to this user. */
    public Page<AuditEventView> about(Person person, @Nullable String cursor, int limit) {
        return page(events.ofSubject(person.pseudonym(), Cursor.before(cursor), limit + 1), limit);
    }

    /** What was done in this account. */
    public Page<AuditEventView> in(String accountId, @Nullable String cursor, int limit) {
        return page(events.ofAccount(accountId, Cursor.before(cursor), limit + 1), limit);
    }

    private Page<AuditEventView> page(List<AuditEventEntity> found, int limit) {
        List<AuditEventEntity> shown = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> names = directory.userIds(pseudonyms(shown));
        List<AuditEventView> items =
                shown.stream().map(event -> view(event, names)).toList();
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).id.toString()) : null;
        return new Page<>(items, next);
    }

    private static Set<UUID> pseudonyms(List<AuditEventEntity> shown) {
        Set<UUID> pseudonyms = new HashSet<>();
        for (AuditEventEntity event : shown) {
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
                pseudonym(event).map(known -> name(known, names)).orElse(event.actor),
                event.subject == null ? null : name(event.subject, names),
                event.accountId,
                event.method,
                event.reason,
                event.object,
                event.address,
                event.requestId);
    }

    private static String name(UUID pseudonym, Map<UUID, String> names) {
        return names.getOrDefault(pseudonym, "erased:" + pseudonym);
    }

    private static Optional<UUID> pseudonym(AuditEventEntity event) {
        boolean isUser = event.actorKind == Doer.Kind.USER || event.actorKind == Doer.Kind.ADMIN;
        return isUser ? uuid(event.actor) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

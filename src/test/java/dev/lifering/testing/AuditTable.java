package dev.lifering.testing;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail as the database holds it. */
@Singleton
public class AuditTable {
    private final Database database;

    AuditTable(Database database) {
        this.database = database;
    }

    /** One event. */
    public record Event(
            String type,
            String outcome,
            String actorKind,
            String actor,
            @Nullable UUID subject,
            @Nullable String method,
            @Nullable String reason,
            @Nullable String object,
            @Nullable String address,
            @Nullable String requestId,
            Instant occurredAt) {

        /** Type and outcome, such as {@code verification REJECTED}; a success goes without saying. */
        public String told() {
            return outcome.equals("SUCCESS") ? type : type + " " + outcome;
        }
    }

    /** What happened in the account, oldest first. */
    public List<Event> of(Tenant tenant) {
        return of(tenant.id());
    }

    public List<Event> of(String accountId) {
        return database.rows("select * from audit_event where account_id = ? order by id", accountId).stream()
                .map(AuditTable::event)
                .toList();
    }

    /** What the action has left in the account's trail. */
    public List<Event> leftBy(Tenant tenant, Runnable action) {
        int before = of(tenant).size();
        action.run();
        List<Event> all = of(tenant);
        return all.subList(before, all.size());
    }

    /** The same, told in short. */
    public List<String> told(Tenant tenant, Runnable action) {
        return leftBy(tenant, action).stream().map(Event::told).toList();
    }

    /** What the trail knows the user by. */
    public UUID pseudonym(Member member) {
        return (UUID) database.row("select pseudonym from account_user where id = ?", member.id())
                .get("pseudonym");
    }

    private static Event event(Map<String, Object> row) {
        return new Event(
                row.get("type").toString(),
                row.get("outcome").toString(),
                row.get("actor_kind").toString(),
                row.get("actor").toString(),
                (UUID) row.get("subject"),
                (String) row.get("method"),
                (String) row.get("reason"),
                (String) row.get("object"),
                (String) row.get("address"),
                (String) row.get("request_id"),
                ((Timestamp) row.get("occurred_at")).toInstant());
    }
}

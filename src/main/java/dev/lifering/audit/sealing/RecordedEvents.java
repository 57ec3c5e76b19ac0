package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.RecordedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the trail as it is recorded, along its indexes; to be called in a transaction. */
@ApplicationScoped
class RecordedEvents {
    private static final String ALL = """
            select id, occurred_at, type, outcome, account_id, actor_kind, actor, subject, method, reason, object, address,
                   request_id
            from audit_event where id >= ? and id < ?""";

    private final DataSource database;

    RecordedEvents(DataSource database) {
        this.database = database;
    }

    /** The oldest of all chains from the one id, inclusive, to the other, exclusive. */
    List<RecordedEvent> oldest(UUID from, UUID before, int limit) throws SQLException {
        return read(ALL + " order by id limit ?", from, before, limit);
    }

    /** The newest of an account below the id. */
    List<RecordedEvent> newest(String accountId, UUID before, int limit) throws SQLException {
        return read(ALL + " and account_id = ? order by id desc limit ?", EventIds.LOWEST, before, accountId, limit);
    }

    private List<RecordedEvent> read(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            OwnPlan.demand(connection);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                var events = new ArrayList<RecordedEvent>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        var members = new TreeMap<String, String>();
        var id = row.getObject("id", UUID.class);
        members.put("id", id.toString());
        members.put(
                "occurredAt",
                row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString());
        members.put("type", row.getString("type"));
        members.put("outcome", row.getString("outcome").toLowerCase(Locale.ROOT));
        members.put("actorKind", row.getString("actor_kind").toLowerCase(Locale.ROOT));
        members.put("actor", row.getString("actor"));
        put(members, "accountId", row.getString("account_id"));
        put(members, "subject", row.getString("subject"));
        put(members, "method", row.getString("method"));
        put(members, "reason", row.getString("reason"));
        put(members, "object", row.getString("object"));
        put(members, "address", row.getString("address"));
        put(members, "requestId", row.getString("request_id"));
        return new RecordedEvent(id, members);
    }

    private static void put(Map<String, String> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}

package dev.lifering.audit.partition;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements that look at the tables and change them; they join the transaction of whoever calls. */
@ApplicationScoped
class PartitionTables {
    private final DataSource database;

    PartitionTables(DataSource database) {
        this.database = database;
    }

    /** All of the trail's, oldest first. */
    List<Partition> all() throws SQLException {
        List<Partition> found = query("""
                select c.relname, pg_get_expr(c.relpartbound, c.oid)
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'audit_event'::regclass
                """, row -> Partition.read(row.getString(1), row.getString(2)));
        return found.stream()
                .sorted(Comparator.comparing(partition -> partition.from().orElse(YearMonth.of(0, 1))))
                .toList();
    }

    /** What the database takes for now. */
    Instant now() throws SQLException {
        return query("select now()", row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant();
    }

    /** The newest id in the table. */
    Optional<UUID> newest(String table) throws SQLException {
        return query("select id from " + table + " order by id desc limit 1", row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** Whether the table holds more events than that. */
    boolean holdsMoreThan(int events, String table) throws SQLException {
        return !query("select 1 from " + table + " offset " + events + " limit 1", row -> 1)
                .isEmpty();
    }

    /** Tables that belonged to the trail, are named so and still exist. */
    List<String> detached(String prefix) throws SQLException {
        return query(
                "select relname from pg_class where relkind = 'r' and not relispartition and relname like '"
                        + prefix.replace("_", "\\_") + "%' and relnamespace = current_schema()::regnamespace",
                row -> row.getString(1));
    }

    void change(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reading) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        }
    }
}

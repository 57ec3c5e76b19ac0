package dev.lifering.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts active users of an account by a condition, in one statement; joins the transaction of whoever calls. */
@ApplicationScoped
class RehearsedUsers {
    private static final String AFFECTED = """
            with affected as materialized (
                select u.id, u.email, u.display_name, u.admin, %s as enrol_by
                from account_user u
                %s
                where %s and u.active and u.account_id = ?)
            select total.*, first.*
            from (select count(*) as count, count(*) filter (where admin) as administrators,
                         coalesce(bool_or(id = ?), false) as includes_you from affected) total
            left join lateral (select id, email, display_name, admin, enrol_by from affected
                               order by admin desc, id limit ?) first on true
            """;

    private final DataSource database;

    RehearsedUsers(DataSource database) {
        this.database = database;
    }

    /** Whose account it is, who asks, and how many of the users he wants to see. */
    record Viewer(String accountId, String userId, int limit) {}

    /** The users of the account who meet the condition. */
    ConsequenceView count(AffectedUsers users, Viewer viewer) throws SQLException {
        String sql = AFFECTED.formatted(users.enrolBy(), users.from(), users.condition());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (Object value : users.values()) {
                statement.setObject(position++, value);
            }
            statement.setString(position++, viewer.accountId());
            statement.setString(position++, viewer.userId());
            statement.setInt(position, viewer.limit());
            try (ResultSet rows = statement.executeQuery()) {
                return consequence(rows);
            }
        }
    }

    /** There is always a row, with the counts; without anybody it names nobody. */
    private static ConsequenceView consequence(ResultSet rows) throws SQLException {
        var first = new ArrayList<AffectedUserView>();
        ConsequenceView counted = ConsequenceView.NONE;
        while (rows.next()) {
            if (rows.getString("id") != null) {
                first.add(user(rows));
            }
            counted = new ConsequenceView(
                    rows.getLong("count"), rows.getLong("administrators"), rows.getBoolean("includes_you"), List.of());
        }
        return new ConsequenceView(counted.count(), counted.administrators(), counted.includesYou(), first);
    }

    private static AffectedUserView user(ResultSet row) throws SQLException {
        var enrolBy = row.getObject("enrol_by", OffsetDateTime.class);
        return new AffectedUserView(
                row.getString("id"),
                row.getString("email"),
                row.getString("display_name"),
                row.getBoolean("admin"),
                enrolBy == null ? null : enrolBy.toInstant());
    }
}

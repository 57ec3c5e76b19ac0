package dev.lifering.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** How far the trail is sealed; joins the transaction of whoever calls. */
@ApplicationScoped
class SealMarks {
    private final DataSource database;

    SealMarks(DataSource database) {
        this.database = database;
    }

    /** The id from which nothing is sealed yet. */
    UUID sealed() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select id from audit_seal_mark where name = 'sealed'");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("audit_seal_mark has no row that says how far the trail is sealed");
            }
            return row.getObject(1, UUID.class);
        }
    }

    /** Moves the mark on; false when another replica has been faster. */
    boolean advance(UUID from, UUID to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update audit_seal_mark set id = ? where name = 'sealed' and id = ?")) {
            statement.setObject(1, to);
            statement.setObject(2, from);
            return statement.executeUpdate() == 1;
        }
    }
}

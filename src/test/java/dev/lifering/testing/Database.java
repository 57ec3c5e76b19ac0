package dev.lifering.testing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The application's own database, for looking at what is really kept. */
@Singleton
public class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** The rows of a query, each by the names of its columns. */
    public List<Map<String, Object>> rows(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            var rows = new ArrayList<Map<String, Object>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The only row of a query. */
    public Map<String, Object> row(String sql, Object... values) {
        List<Map<String, Object>> rows = rows(sql, values);
        if (rows.size() != 1) {
            throw new AssertionError(sql + " gives " + rows.size() + " rows");
        }
        return rows.get(0);
    }

    /** How many rows a query counts. */
    public long count(String sql, Object... values) {
        return ((Number) row(sql, values).values().iterator().next()).longValue();
    }

    /** Changes rows, as another replica might have. */
    public int update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The tables, of all there are, that hold this text in any column of any row; bytes count as their hex digits. */
    public Set<String> tablesWith(String text) {
        var found = new TreeSet<String>();
        // A part of a table is found as that table.
        for (Map<String, Object> table : rows("select relname from pg_class where relkind in ('r', 'p')"
                + " and not relispartition and relnamespace = current_schema()::regnamespace")) {
            String name = table.get("relname").toString();
            String sql = "select count(*) from \"" + name + "\" as whole where position(? in whole::text) > 0";
            if (count(sql, text) > 0) {
                found.add(name);
            }
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        return row;
    }
}

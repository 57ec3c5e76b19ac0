package dev.lifering.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What docs/scale.md claims: a hot statement needs one shard of each table. The tables are split by hash, in a schema of
 * their own and by the keys that the document names, and PostgreSQL says which parts it has really gone through.
 *
 * <p>A statement is added with a name, its text and its parameters, in {@link #hotStatements}.
 */
@QuarkusTest
class OneShardTest {
    private static final int SHARDS = 16;
    private static final String SCHEMA = "one_shard";
    private static final Pattern SHARD = Pattern.compile("(\\w+)_shard_(\\d+)");

    /** The tables of a login, by the column that says on which shard a row is. */
    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "account_user", "id",
            "account_policy", "account_id",
            "second_factor", "user_id",
            "authenticator", "user_id",
            "backup_code_set", "user_id",
            "backup_code", "set_id",
            "audit_event", "subject"));

    private static final String USER = "user-7";
    private static final UUID APP = UUID.fromString("00000000-0000-4000-8000-000000000007");
    private static final UUID CODES = UUID.fromString("00000000-0000-4000-9000-000000000007");
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Inject
    DataSource source;

    /** One statement, the values of its parameters in their order, and the tables of which it reads one shard. */
    private record Hot(String name, String sql, List<@Nullable Object> values, Set<String> tables) {}

    @BeforeEach
    void split() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
            for (var table : KEYS.entrySet()) {
                splitTable(statement, table.getKey(), table.getValue());
            }
            for (int user = 0; user < 100; user++) {
                fill(statement, user);
            }
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema " + SCHEMA + " cascade");
        }
    }

    @Test
    void everyHotStatementGoesToOneShardOfEachTable() throws Exception {
        for (Hot hot : hotStatements()) {
            assertEquals(oneOfEach(hot.tables()), counts(shardsOf(hot)), hot.name());
        }
    }

    @Test
    void theCheckSeesAStatementThatGoesEverywhere() throws Exception {
        var search = new Hot("search", "select * from authenticator where label = ?", List.of("Phone"), Set.of());
        assertEquals(Map.of("authenticator", SHARDS), counts(shardsOf(search)));
    }

    private static List<Hot> hotStatements() throws ReflectiveOperationException {
        return List.of(
                new Hot(
                        "what a login needs to know",
                        text("READ"),
                        List.of(USER, 5, NOW),
                        Set.of(
                                "account_user",
                                "second_factor",
                                "authenticator",
                                "backup_code_set",
                                "backup_code",
                                "account_policy")),
                new Hot(
                        "a login is accepted",
                        text("ACCEPT"),
                        Arrays.asList(
                                USER,
                                5,
                                NOW,
                                9L,
                                NOW,
                                APP,
                                USER,
                                9L,
                                9L,
                                NOW,
                                USER,
                                UUID.randomUUID(),
                                NOW,
                                "verification",
                                "SUCCESS",
                                "acme",
                                "SERVICE",
                                "login",
                                UUID.randomUUID(),
                                "totp",
                                null,
                                null,
                                null),
                        Set.of("second_factor", "authenticator")),
                new Hot(
                        "a backup code is spent",
                        "update backup_code set spent_at = ? where set_id = ? and locator = ? and spent_at is null",
                        List.of(NOW, CODES, 3),
                        Set.of("backup_code")),
                new Hot(
                        "a failure is counted",
                        "update second_factor set failed_attempts = failed_attempts + 1 where user_id = ?",
                        List.of(USER),
                        Set.of("second_factor")));
    }

    /** The text of a statement as the service has it. */
    private static String text(String name) throws ReflectiveOperationException {
        var field = LoginStatements.class.getDeclaredField(name);
        field.setAccessible(true);
        return (String) field.get(null);
    }

    private static void splitTable(Statement statement, String table, String key) throws SQLException {
        String split = SCHEMA + "." + table;
        statement.execute("create table " + split + " (like public." + table
                + " including defaults including constraints) partition by hash (" + key + ")");
        for (int shard = 0; shard < SHARDS; shard++) {
            statement.execute("create table " + split + "_shard_" + shard + " partition of " + split
                    + " for values with (modulus " + SHARDS + ", remainder " + shard + ")");
        }
        statement.execute("create index on " + split + " (" + key + ")");
    }

    private static void fill(Statement statement, int user) throws SQLException {
        String app = "00000000-0000-4000-8000-%012d".formatted(user);
        String codes = "00000000-0000-4000-9000-%012d".formatted(user);
        statement.execute("""
                set search_path = %1$s;
                insert into account_user (id, account_id, pseudonym, admin, active, second_factor_managed_elsewhere,
                                          created_at, updated_at)
                values ('user-%2$s', 'acme', gen_random_uuid(), false, true, false, now(), now());
                insert into second_factor (user_id, status, failed_attempts) values ('user-%2$s', 'ENABLED', 0);
                insert into authenticator (id, user_id, label, sealed_secret, secret_key_id, algorithm, digits,
                                           period_seconds, last_step, created_at, last_used_at)
                values ('%3$s', 'user-%2$s', 'Phone', 'x', 'k', 'SHA1', 6, 30, 1, now(), now());
                insert into backup_code_set (id, user_id, label, state, created_at, expires_at)
                values ('%4$s', 'user-%2$s', 'A', 'ACTIVE', now(), now());
                insert into backup_code (set_id, locator, salt, hash, iterations, pepper_key_id)
                values ('%4$s', 3, '', '', 1000, 'p');
                reset search_path;
                """.formatted(SCHEMA, user, app, codes));
    }

    /** Carries a statement out and takes it back; says which shards of which table were gone through meanwhile. */
    private Map<String, Set<Integer>> shardsOf(Hot hot) throws SQLException, JsonProcessingException {
        try (Connection connection = source.getConnection();
                Statement settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                settings.execute("set local search_path = " + SCHEMA);
                // A hundred rows are read as a whole; a hundred million are not, and these are planned as if they were.
                for (String way : List.of("seqscan", "hashjoin", "mergejoin")) {
                    settings.execute("set local enable_" + way + " = off");
                }
                return shards(plan(connection, hot));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static JsonNode plan(Connection connection, Hot hot) throws SQLException, JsonProcessingException {
        try (PreparedStatement explain =
                connection.prepareStatement("explain (analyze, timing off, format json) " + hot.sql())) {
            for (int i = 0; i < hot.values().size(); i++) {
                Object value = hot.values().get(i);
                if (value == null) {
                    explain.setNull(i + 1, Types.VARCHAR);
                } else {
                    explain.setObject(i + 1, value);
                }
            }
            try (ResultSet row = explain.executeQuery()) {
                row.next();
                return new ObjectMapper().readTree(row.getString(1));
            }
        }
    }

    private static Map<String, Set<Integer>> shards(JsonNode plan) {
        var shards = new LinkedHashMap<String, Set<Integer>>();
        for (JsonNode node : plan.findParents("Relation Name")) {
            Matcher name = SHARD.matcher(node.path("Relation Name").asText());
            if (name.matches() && node.path("Actual Loops").asInt() > 0) {
                shards.computeIfAbsent(name.group(1), table -> new TreeSet<>()).add(Integer.valueOf(name.group(2)));
            }
        }
        return shards;
    }

    private static Map<String, Integer> counts(Map<String, Set<Integer>> shards) {
        var counts = new TreeMap<String, Integer>();
        shards.forEach((table, gone) -> counts.put(table, gone.size()));
        return counts;
    }

    private static Map<String, Integer> oneOfEach(Set<String> tables) {
        var one = new TreeMap<String, Integer>();
        tables.forEach(table -> one.put(table, 1));
        return one;
    }
}

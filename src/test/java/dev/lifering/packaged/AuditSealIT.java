package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two replicas have recorded is sealed, and the command of the packaged application proves it to an auditor. */
@Tag("slow")
class AuditSealIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String account = "account-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void whatTwoReplicasWroteVerifiesOffline() throws Exception {
        try (var installation = new Installation()) {
            Map<String, String> settings = installation.settings();
            settings.put("lifering.work.polling-interval", "PT0.2S");
            try (var one = Replica.start(settings);
                    var other = Replica.start(settings)) {
                live(installation, one, other);
                makeItLongAgo(installation);
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertEquals(0, unsealed(installation)));
                export(installation, other);
            }
        }
        assertTrue(verify("export.ndjson", 0).contains("INTACT"));
        String export = Files.readString(folder.resolve("export.ndjson"));
        String changed = export.lines()
                .filter(line -> line.contains("\"type\":\"enrolment.confirmed\""))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                folder.resolve("forged.ndjson"),
                export.replace(changed, changed.replace("\"outcome\":\"success\"", "\"outcome\":\"rejected\"")));
        String id = changed.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertTrue(verify("forged.ndjson", 1).contains("event " + id + " was changed after it was sealed"));
    }

    private void live(Installation installation, Replica one, Replica other) {
        String service = installation.token("login-service", account, "service");
        one.send(service, "PUT", "/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}");
        Subscriber ada = Subscriber.enrol(installation, one, account, "ada-" + account);
        Subscriber linus = Subscriber.enrol(installation, other, account, "linus-" + account);
        for (int i = 0; i < 10; i++) {
            ada.verify(i % 2 == 0 ? one : other, ada.codes().get(i));
            linus.verify(i % 2 == 0 ? other : one, linus.codes().get(i));
        }
    }

    /** Moves all that was recorded an hour back, as the margin is in minutes, and has the work done now. */
    private static void makeItLongAgo(Installation installation) throws SQLException {
        update(installation, """
                update audit_event set occurred_at = occurred_at - interval '1 hour', id = (lpad(to_hex(
                    ('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint - 3600000), 12, '0')
                    || substr(translate(id::text, '-', ''), 13))::uuid
                """);
        update(installation, "update scheduled_tasks set execution_time = now() where task_name = 'audit-seals'");
    }

    private static void update(Installation installation, String sql) throws SQLException {
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
        }
    }

    private static long unsealed(Installation installation) throws SQLException {
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select (select count(*) from audit_event)"
                        + " - (select coalesce(sum(event_count), 0) from audit_seal)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void export(Installation installation, Replica replica) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        replica.base().resolve("/v1/accounts/" + account + "/audit-events?seals=true"))
                .header("Authorization", "Bearer " + installation.token("sam", account, "support"))
                .header("Accept", "application/x-ndjson")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(folder.resolve("export.ndjson")));
        assertEquals(200, answer.statusCode());
        Files.writeString(
                folder.resolve("jwks.json"),
                replica.send("", "GET", "/.well-known/jwks.json", null).body());
    }

    /** What the command prints, without any setting and with no service running. */
    private String verify(String file, int exitCode) throws InterruptedException {
        try (var command = Replica.launch(
                Map.of(),
                List.of(
                        "verify-audit",
                        folder.resolve(file).toString(),
                        "--keys",
                        folder.resolve("jwks.json").toString()))) {
            assertEquals(exitCode, command.exitCode(SOON), command.output());
            return command.output();
        }
    }
}

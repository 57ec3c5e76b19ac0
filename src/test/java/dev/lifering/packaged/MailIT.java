package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.crypto.KeyPurpose;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails arrive, whatever happens to the mail server and to the application. */
@Tag("slow")
class MailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static Installation installation;
    private static SmtpListener smtp;
    private static Replica replica;

    private String account;
    private String user;

    @BeforeAll
    static void start() {
        installation = new Installation();
        smtp = new SmtpListener();
        replica = Replica.start(settings());
    }

    @AfterAll
    static void stop() throws Exception {
        replica.close();
        smtp.close();
        installation.close();
    }

    @BeforeEach
    void anEnrolledUser() {
        account = "account-" + UUID.randomUUID();
        user = "user-" + UUID.randomUUID();
        put("/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}");
        put("/v1/accounts/" + account + "/users/" + user, "{\"email\":\"" + user + "@platform.example\"}");
        Subscriber.enrol(installation, replica, account, user);
        await().atMost(PATIENCE).until(() -> arrived() == 1);
    }

    @AfterEach
    void mailServerIsBack() {
        smtp.down();
        smtp.up();
    }

    @Test
    void anOutageOf30SecondsDelaysAMailAndLosesNone() {
        smtp.down();
        Instant over = Instant.now().plusSeconds(30);
        sendLink();
        await().atMost(PATIENCE)
                .until(() -> "The mail server cannot be reached; it is tried again."
                        .equals(link().getString("items[0].problem")));
        assertEquals("queued", link().getString("items[0].state"));
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(over));
        smtp.up();
        awaitLinkState("sent");
        assertEquals(2, arrived());
    }

    @Test
    void answersOf4xxAreTriedAgain() {
        smtp.refuseNext(451, 421);
        sendLink();
        awaitLinkState("sent");
        assertEquals(2, arrived());
    }

    @Test
    void anAnswerOf5xxIsFinalAndToldInWordsThatAnAdministratorUnderstands() {
        smtp.refuseNext(550);
        sendLink();
        awaitLinkState("failed");
        assertEquals(
                "The mail server refused the mail (550). Is the address right?", link().getString("items[0].problem"));
        assertEquals(1, arrived());
    }

    @Test
    void aMailThatWasTakenBeforeTheLineBrokeIsTheSameMailTheSecondTime() {
        smtp.hangUpAfterTaking(true);
        sendLink();
        await().atMost(PATIENCE).until(() -> arrivals().size() == 2 || copies() > 2);
        smtp.hangUpAfterTaking(false);
        awaitLinkState("sent");
        assertEquals(2, arrived());
    }

    @Test
    void aKillBetweenCommitAndSendingLosesNoMailAndAnotherReplicaSendsIt() throws Exception {
        smtp.down();
        sendLink();
        replica.kill();
        smtp.up();
        try (Replica other = Replica.start(settings())) {
            replica = Replica.start(settings());
            awaitLinkState("sent");
            assertEquals(2, arrived());
            assertEquals(
                    0,
                    other.output()
                            .lines()
                            .filter(line -> line.contains("ERROR"))
                            .count());
        }
    }

    @Test
    void aMailThatWaitsWhileKeysAreRotatedIsSealedAgainAndArrives() {
        String oldKey = installation.keys().currentKeyId(KeyPurpose.ENCRYPTION);
        smtp.down();
        sendLink();
        replica.close();
        installation.rotateKeys();
        replica = Replica.start(settings());
        await().atMost(PATIENCE)
                .until(() -> mailsUnder(oldKey) == 0
                        && mailsUnder(installation.keys().currentKeyId(KeyPurpose.ENCRYPTION)) > 0);
        smtp.up();
        awaitLinkState("sent");
        assertEquals(2, arrived());
    }

    /** Mails that wait, and are sealed by this key. */
    private static long mailsUnder(String key) throws SQLException {
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement("select count(*) from mail where payload_key_id = ?")) {
            statement.setString(1, key);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Mails to the user that differ by their Message-ID. */
    private int arrived() {
        return arrivals().size();
    }

    private Map<String, Long> arrivals() {
        return smtp.received().stream()
                .filter(mail -> mail.recipient().startsWith(user))
                .collect(Collectors.groupingBy(SmtpListener.Received::messageId, Collectors.counting()));
    }

    private long copies() {
        return arrivals().values().stream().mapToLong(Long::longValue).sum();
    }

    private void sendLink() {
        assertEquals(202, replica.send(admin(), "POST", linksPath(), "{}").statusCode());
    }

    private void awaitLinkState(String state) {
        await().atMost(PATIENCE).until(() -> state.equals(link().getString("items[0].state")));
    }

    private JsonPath link() {
        return JsonPath.from(replica.send(admin(), "GET", linksPath(), null).body());
    }

    private String linksPath() {
        return "/v1/accounts/" + account + "/users/" + user + "/recovery-links";
    }

    private String admin() {
        return installation.token("admin-of-" + account, account, "user", "admin");
    }

    private static void put(String path, String body) {
        String service = installation.token("login-service", "none", "service");
        assertEquals(201, replica.send(service, "PUT", path, body).statusCode());
    }

    private static Map<String, String> settings() {
        return smtp.settings(installation);
    }
}

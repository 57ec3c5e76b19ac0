package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A replica whose database is held up or gone, and one whose clients are slow: it answers quickly, and recovers. */
@Tag("slow")
class OverloadIT {
    private static final String ACCOUNT = "t-overload";
    private static final int CONNECTIONS = 4;
    private static final int AT_ONCE = 20;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Installation installation;
    private static Replica replica;
    private static String token;

    @BeforeAll
    static void start() {
        installation = new Installation();
        Map<String, String> settings = new HashMap<>(installation.settings());
        settings.put("quarkus.datasource.jdbc.max-size", "" + CONNECTIONS);
        settings.put("lifering.http.max-concurrent-requests", "" + AT_ONCE);
        settings.put("lifering.http.body-timeout", "PT2S");
        replica = Replica.start(settings);
        String service = installation.token("login-service", ACCOUNT, "service");
        replica.send(service, "PUT", "/v1/accounts/" + ACCOUNT, "{\"name\":\"A\",\"kind\":\"direct\"}");
        token = installation.token("u-overload", ACCOUNT, "user");
        assertEquals(200, ask().statusCode());
    }

    @AfterAll
    static void stop() throws Exception {
        replica.close();
        installation.close();
    }

    /** Some wait for the lock; some for a connection, but not long; the others are refused at once. */
    @Test
    void aDatabaseThatIsHeldUpMakesQuickRefusalsAndNothingElse() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table account_user in access exclusive mode");
            IntStream.range(0, 3 * AT_ONCE).forEach(i -> asked.add(asking()));
            assertEquals(200, timed(Duration.ofSeconds(2), "/q/health/live"));
            assertTrue(List.of(200, 503).contains(timed(Duration.ofSeconds(8), "/q/health/ready")));
            await().atMost(Duration.ofSeconds(20)).until(() -> refusals(asked) >= 3 * AT_ONCE - CONNECTIONS);
            connection.rollback();
        }
        Map<Integer, Long> statuses = asked.stream()
                .collect(Collectors.groupingBy(answer -> answer.join().statusCode(), Collectors.counting()));
        assertTrue(statuses.get(200) >= 1 && statuses.get(200) + statuses.get(503) == asked.size(), statuses::toString);
        assertEquals(200, ask().statusCode());
        assertEquals(200, timed(Duration.ofSeconds(5), "/q/health/ready"));
    }

    @Test
    void aBodyThatTricklesInIsCutOff() throws Exception {
        String head = "POST /v1/me/verifications HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        assertTrue(isCutOff(head, " "), "the connection was kept");
        assertEquals(200, ask().statusCode());
    }

    /** A refusal that did not wait for the body must not haunt the requests that follow on the same connection. */
    @Test
    void aConnectionThatIsKeptOutlivesTheTimeOfABody() {
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(30))
                .until(() -> replicaAnswers(401, "garbage") && replicaAnswers(400, token));
    }

    private static boolean replicaAnswers(int status, String withToken) throws Exception {
        var request = replica.request(withToken, "POST", "/v1/me/verifications", "{\"code\":1}");
        return CLIENT.send(request, BodyHandlers.ofString()).statusCode() == status;
    }

    @Test
    void aHeadThatTricklesInIsCutOff() throws Exception {
        assertTrue(isCutOff("GET /problems/locked HTTP/1.1\r\nHost: x\r\nX-Long: ", "a"), "the connection was kept");
    }

    @Test
    void whatFollowsAnAnswerIsAHeadAgain() throws Exception {
        String whole = "GET /problems/locked HTTP/1.1\r\nHost: x\r\n\r\n";
        assertTrue(isCutOff(whole + "GET /problems/locked HTTP/1.1\r\nX-Long: ", "a"), "the connection was kept");
    }

    /** Sends the start and then one byte after the other, for far longer than may be. */
    private static boolean isCutOff(String start, String more) throws Exception {
        try (var socket = new Socket("127.0.0.1", replica.base().getPort())) {
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(100);
            Instant end = Instant.now().plusSeconds(60);
            while (Instant.now().isBefore(end)) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
                }
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** How many were told to come again. */
    private static long refusals(List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503
                        && answer.headers().firstValue("Retry-After").isPresent())
                .count();
    }

    private static HttpResponse<String> ask() {
        return replica.send(token, "GET", "/v1/me/second-factor", null);
    }

    private static CompletableFuture<HttpResponse<String>> asking() {
        return CLIENT.sendAsync(replica.request(token, "GET", "/v1/me/second-factor", null), BodyHandlers.ofString());
    }

    private static int timed(Duration within, String path) throws Exception {
        var request = HttpRequest.newBuilder(replica.base().resolve(path))
                .timeout(within)
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}

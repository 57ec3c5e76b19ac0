package dev.lifering.audit.export;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.ManyEvents;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.StatementLog;
import dev.lifering.testing.Tenant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole trail of an account as a file. */
@QuarkusTest
@Tag("slow")
class AuditExportTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    Database database;

    @Inject
    ManyEvents events;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Member ada;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
    }

    @Test
    void section4_ndjsonHoldsWhatThePagesHold() throws IOException {
        ada.enrolled();
        var lines = new ArrayList<JsonNode>();
        for (String line : export(NDJSON, Map.of()).extract().asString().lines().toList()) {
            lines.add(json.readTree(line));
        }
        List<JsonNode> items = new ArrayList<>();
        json.readTree(ada.get(path() + "?limit=200").extract().asString())
                .path("items")
                .forEach(items::add);
        assertEquals(items, lines);
    }

    @Test
    void section4_csvHoldsTheSameUnderALineOfNames() {
        ada.enrolled();
        List<String> lines = List.of(
                export(CSV, Map.of("user", ada.id())).extract().asString().split("\r\n"));
        assertEquals(
                "id,occurredAt,type,outcome,actorKind,actor,subject,accountId,method,reason,object,address,requestId",
                lines.get(0));
        List<Map<String, String>> items =
                ada.get(path() + "?limit=200&user=" + ada.id()).extract().path("items");
        assertEquals(items.size(), lines.size() - 1);
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> item = items.get(i);
            String cells = String.join(
                    ",",
                    item.get("id"),
                    item.get("occurredAt"),
                    item.get("type"),
                    item.get("outcome"),
                    item.get("actorKind"));
            assertTrue(lines.get(i + 1).startsWith(cells + ","), lines.get(i + 1));
        }
    }

    @Test
    void x6_csvNeutralisesFormulas() {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.of("-2+3@cmd", "service").token())
                .contentType("application/json")
                .body(Map.of("email", "x@acme.example"))
                .put("/v1/accounts/" + tenant.id() + "/users/@x-" + tenant.id())
                .then();
        database.update("update audit_event set object = '=1+1,2', reason = '+1' where account_id = ?", tenant.id());
        String file =
                export(CSV, Map.of("type", "account.provisioned")).extract().asString();
        assertTrue(file.contains(",'+1,\"'=1+1,2\","), file);
    }

    @Test
    void section4_filtersNarrowAnExport() {
        events.verifications(ada, 20, time.instant());
        assertEquals(20, lines(export(NDJSON, Map.of("type", "verification"))));
        assertEquals(1 + 20, lines(export(CSV, Map.of("actor", "login-service", "type", "verification"))));
        assertEquals(0, lines(export(NDJSON, Map.of("user", "u-nobody"))));
        assertEquals(1, lines(export(CSV, Map.of("user", "u-nobody"))));
        refused(call(NDJSON, Map.of("from", "now")), ProblemType.INVALID_REQUEST);
        refused(call(CSV, Map.of("type", "nonsense")), ProblemType.INVALID_REQUEST);
    }

    @Test
    void section4_theHeaderAcceptChoosesAndJsonIsWhatBrowsersGet() {
        for (String accept : List.of("*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            call(accept, Map.of()).statusCode(200).contentType("application/json");
        }
        call(NDJSON + ";q=0.9, application/json;q=0.1", Map.of()).contentType(NDJSON);
        call(CSV, Map.of()).contentType(CSV);
        refused(call("image/png", Map.of()), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void x1_anExportIsOnRecordWithWhoTookIt() {
        var left = trail.leftBy(tenant, () -> export(CSV, Map.of()));
        assertEquals(
                List.of("audit.exported"),
                left.stream().map(AuditTable.Event::told).toList());
        assertEquals("ADMIN", left.get(0).actorKind());
        assertEquals(trail.pseudonym(ada).toString(), left.get(0).actor());
        assertEquals("csv", left.get(0).object());
        var bySupport = trail.leftBy(
                tenant,
                () -> RestAssured.given()
                        .auth()
                        .oauth2(Bearer.support())
                        .accept(NDJSON)
                        .get(path())
                        .then()
                        .statusCode(200));
        assertEquals("SUPPORT", bySupport.get(0).actorKind());
        assertEquals("support-agent", bySupport.get(0).actor());
    }

    @Test
    void section3_onlyWhoMayReadMayExport() {
        Tenant reseller = Tenant.reseller(time);
        Member rita = reseller.resellerAdmin();
        Tenant customer = Tenant.customerOf(reseller);
        for (String accept : List.of(NDJSON, CSV)) {
            rita.call()
                    .accept(accept)
                    .get("/v1/accounts/" + reseller.id() + "/audit-events")
                    .then()
                    .statusCode(200);
            for (String account : List.of(customer.id(), tenant.id(), "t-nobody")) {
                refused(
                        rita.call()
                                .accept(accept)
                                .get("/v1/accounts/" + account + "/audit-events")
                                .then(),
                        ProblemType.NOT_FOUND);
            }
            refused(tenant.user().call().accept(accept).get(path()).then(), ProblemType.FORBIDDEN);
            refused(
                    RestAssured.given()
                            .auth()
                            .oauth2(Bearer.service())
                            .accept(accept)
                            .get(path())
                            .then(),
                    ProblemType.FORBIDDEN);
            refused(RestAssured.given().accept(accept).get(path()).then(), ProblemType.UNAUTHENTICATED);
        }
    }

    @Test
    void section4_aLongTrailIsReadInPartsAndEveryEventOnce() {
        int many = 120_000;
        events.verifications(ada, many, time.instant());
        try (var log = new StatementLog()) {
            var ids = new HashSet<String>();
            export(NDJSON, Map.of("user", ada.id()))
                    .extract()
                    .asString()
                    .lines()
                    .forEach(line -> ids.add(line.substring(0, 45)));
            assertEquals(many + 1, ids.size());
            long parts = log.statements().stream()
                    .filter(sql -> sql.contains("from audit_event"))
                    .count();
            assertEquals(many / AuditExportService.PART + 1, parts, "no more than a part is in memory");
        } finally {
            events.forget(tenant);
        }
    }

    @Test
    void section4_anExportThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
        events.verifications(ada, 5000, time.instant());
        database.update("""
                update audit_event set outcome = 'UNREADABLE' where id in
                    (select id from audit_event where account_id = ? order by id desc offset 3500 limit 1)
                """, tenant.id());
        try (var log = LogCapture.ofErrors()) {
            HttpClient client = HttpClient.newHttpClient();
            assertThrows(IOException.class, () -> client.send(request(), BodyHandlers.ofString()));
            Awaitility.await()
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("broke off after 3000")));
        } finally {
            events.forget(tenant);
        }
    }

    @Test
    void section4_whoReadsSlowlyHoldsNoConnectionAndFewMayDoSo() throws Exception {
        events.verifications(ada, 60_000, time.instant());
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < AuditExports.AT_A_TIME / 2; i++) {
                slow.add(stalled());
            }
            Awaitility.await()
                    .untilAsserted(() -> refused(call(CSV, Map.of()), ProblemType.UNAVAILABLE)
                            .header("Retry-After", "30"));
            Awaitility.await()
                    .until(() ->
                            database.count("select count(*) from pg_stat_activity where datname = current_database()"
                                            + " and state <> 'idle' and pid <> pg_backend_pid()")
                                    == 0);
            ada.get(path()).statusCode(200);
            Tenant other = Tenant.direct(time);
            other.admin()
                    .call()
                    .accept(CSV)
                    .get("/v1/accounts/" + other.id() + "/audit-events")
                    .then()
                    .statusCode(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> call(CSV, Map.of("user", "u-nobody")).statusCode(200));
        events.forget(tenant);
    }

    /** Asks for an export and reads nothing of it but its beginning. */
    private Socket stalled() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
        String request = "GET " + path() + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + NDJSON
                + "\r\nAuthorization: Bearer " + ada.token() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] beginning = socket.getInputStream().readNBytes(12);
        assertEquals("HTTP/1.1 200", new String(beginning, StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(root.resolve(path()))
                .header("Authorization", "Bearer " + ada.token())
                .header("Accept", NDJSON)
                .build();
    }

    private ValidatableResponse export(String accept, Map<String, String> parameters) {
        return call(accept, parameters)
                .statusCode(200)
                .contentType(startsWith(accept))
                .header("Cache-Control", "no-store");
    }

    private ValidatableResponse call(String accept, Map<String, String> parameters) {
        return RestAssured.given()
                .auth()
                .oauth2(ada.token())
                .accept(accept)
                .queryParams(parameters)
                .get(path())
                .then();
    }

    private static long lines(ValidatableResponse file) {
        Stream<String> lines = file.extract().asString().lines();
        return lines.count();
    }

    private String path() {
        return "/v1/accounts/" + tenant.id() + "/audit-events";
    }
}

package dev.lifering.trusteddevice;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule X4: the device alone knows its token; either half of it is a secret. */
@QuarkusTest
@Tag("slow")
class DeviceTokenSecrecyTest {
    private static final String MISSPELLED = "{\"deviceToken\":\"%s\",\"%s\":1}";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    private final Set<String> halves = new LinkedHashSet<>();
    private final List<String> refusals = new ArrayList<>();

    @Test
    void x4_theTokenIsInNoLogMetricProblemOrTable() {
        List<String> log;
        try (LogCapture capture = LogCapture.ofEverythingOurs()) {
            live();
            log = capture.lines();
        }
        assertFalse(log.isEmpty(), "the capture reads along");
        assertEquals(4, halves.size(), "the series, and three tokens of it");
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(metrics.contains("device-verifications"), "these requests are counted");
        for (String half : halves) {
            assertEquals(List.of(), with(half, log));
            assertEquals(List.of(), with(half, refusals));
            assertFalse(metrics.contains(half));
            assertEquals(Set.of(), database.tablesWith(half));
            assertEquals(Set.of(), database.tablesWith(hex(half)));
        }
    }

    /** Everything that is done with a token, well and badly. */
    private void live() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("trustedDeviceLifetime", "P14D"));
        Enrolled linus = tenant.user().enrolled();
        Map<String, ?> wish = Map.of("code", linus.app().freshCode(), "trustDevice", Map.of());
        String first = note(linus.member().verifiedByService(wish));
        String second = note(present(linus, Map.of("Idempotency-Key", "key"), body(first)));
        assertEquals(second, note(present(linus, Map.of("Idempotency-Key", "key"), body(first))));
        note(present(linus, Map.of(), body(second)));
        refused(linus, body(second));
        refused(linus, body(second + "x"));
        refused(linus, body(second.repeat(9)));
        refused(linus, MISSPELLED.formatted(second, second));
        refused(linus, body(second) + second);
        refused(linus, "{\"deviceToken\":[\"" + second + "\"]}");
        refused(tenant.user().enrolled(), body(second));
        time.advance(Duration.ofMinutes(5));
        refused(linus, body(first));
        refusals.add(linus.member().get("/v1/me/audit-events").extract().asString());
        refusals.add(linus.member().get("/v1/me/trusted-devices").extract().asString());
    }

    private String note(Response answer) {
        String token = answer.then().statusCode(200).extract().path("trustedDevice.token");
        Stream.of(token.split("\\.")).forEach(halves::add);
        return token;
    }

    private void refused(Enrolled user, String body) {
        Response answer = present(user, Map.of(), body);
        assertTrue(answer.statusCode() >= 400, answer.asString());
        refusals.add(answer.asString());
    }

    private static Response present(Enrolled user, Map<String, String> headers, String body) {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .headers(headers)
                .body(body)
                .post("/v1/users/" + user.member().id() + "/device-verifications");
    }

    private static String body(String token) {
        return "{\"deviceToken\":\"" + token + "\"}";
    }

    private static List<String> with(String text, List<String> lines) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}

package dev.lifering.recovery;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Mailbox.Letter;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule R1: nobody but the mailbox ever sees a token that was mailed. */
@QuarkusTest
class TokenSecrecyTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    Mailbox.Post post;

    private final List<String> answers = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    @Test
    void r1_theTokenIsInNoAnswerLogMetricOrTable() {
        List<String> log;
        try (LogCapture capture = LogCapture.ofEverythingOurs()) {
            live();
            log = capture.lines();
        }
        assertFalse(log.isEmpty(), "the capture reads along");
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(metrics.contains("lifering_mails"), "mails are counted");
        for (String token : tokens) {
            assertEquals(
                    List.of(),
                    answers.stream().filter(answer -> answer.contains(token)).toList());
            assertEquals(
                    List.of(), log.stream().filter(line -> line.contains(token)).toList());
            assertFalse(metrics.contains(token));
            assertEquals(Set.of(), database.tablesWith(token));
        }
    }

    /** Everything that is done with links and notices, well and badly. */
    private void live() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        Member linus = tenant.user();
        linus.enrolled();
        String path = "/v1/accounts/" + tenant.id() + "/users/" + linus.id() + "/recovery-links";
        answers.add(ada.post(path, Map.of()).extract().asString());
        Letter link = post.of(linus).newest("Your recovery link");
        tokens.add(link.token());
        answers.add(ada.get(path).extract().asString());
        withToken("/v1/recovery/inspections", link.token());
        withToken("/v1/recovery/redemptions", link.token());
        withToken("/v1/recovery/redemptions", link.token() + "\", \"x\": \"");
        answers.add(ada.post("/v1/recovery/redemptions", Map.of("token", link.token()))
                .extract()
                .asString());
        String session = linus.post("/v1/recovery/redemptions", Map.of("token", link.token()))
                .statusCode(201)
                .extract()
                .path("recoverySession");
        answers.add(linus.post("/v1/recovery/redemptions", Map.of("token", link.token()))
                .extract()
                .asString());
        Letter notice = post.of(linus).newest("Your two-factor authentication was reset");
        tokens.add(notice.token());
        tokens.add(session);
        withToken("/v1/recovery/repudiations", notice.token());
        withToken("/v1/recovery/repudiations", notice.token());
        answers.add(ada.get("/v1/accounts/" + tenant.id() + "/audit-events")
                .extract()
                .asString());
        answers.add(linus.get("/v1/me/audit-events").extract().asString());
        post.of(linus).newest("The reset was undone");
    }

    private void withToken(String path, String token) {
        answers.add(given().contentType(ContentType.JSON)
                .body("{\"token\": \"" + token + "\"}")
                .post(path)
                .asString());
    }
}

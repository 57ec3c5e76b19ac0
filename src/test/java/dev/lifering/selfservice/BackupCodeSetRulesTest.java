package dev.lifering.selfservice;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules B4 and B6: the life of a set. */
@QuarkusTest
class BackupCodeSetRulesTest {
    @Inject
    MovableTime time;

    private static Renewed renew(Enrolled user, String code) {
        Response answer = Change.RENEW_BACKUP_CODES
                .by(user, code)
                .statusCode(201)
                .extract()
                .response();
        return new Renewed(answer.path("setId"), answer.path("label"), answer.path("codes"), answer);
    }

    private record Renewed(String setId, String label, List<String> codes, Response answer) {}

    @Test
    void b4_aNewSetIsPendingAndTheOldOneStaysValid() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Renewed renewed = renew(ada, ada.app().freshCode());
        String oldLabel = ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("backupCodes.remaining", is(10))
                .extract()
                .path("backupCodes.label");
        assertFalse(renewed.setId().equals(ada.setId()));
        refused(ada.member().verify(renewed.codes().get(0)), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(0)).statusCode(200).body("backupCodesRemaining", is(9));
        Map<String, String> issued = Trail.of(ada.member()).events().stream()
                .filter(event -> event.get("type").equals("backup_codes.issued"))
                .findFirst()
                .orElseThrow();
        assertEquals(renewed.label(), issued.get("object"));
        assertTrue(oldLabel.startsWith("LR-"), oldLabel);
    }

    @Test
    void b4_withTheAcknowledgementTheOldSetIsReplaced() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Renewed renewed = renew(ada, ada.app().freshCode());
        ada.member()
                .acknowledge(renewed.setId())
                .statusCode(200)
                .body("status", is("enabled"))
                .body("backupCodes.label", is(renewed.label()))
                .body("backupCodes.remaining", is(10));
        assertEquals(
                "backup_codes.acknowledged", Trail.of(ada.member()).newest().get("type"));
        refused(ada.member().verify(ada.code(0)), ProblemType.CODE_REJECTED);
        ada.member().verify(renewed.codes().get(0)).statusCode(200).body("backupCodesRemaining", is(9));
        refused(ada.member().acknowledge(ada.setId()), ProblemType.SET_NOT_PENDING);
        refused(ada.member().acknowledge(renewed.setId()), ProblemType.SET_NOT_PENDING);
    }

    @Test
    void b4_aNewSetWaits30Minutes() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Instant before = time.instant();
        Renewed renewed = renew(ada, ada.code(0));
        Instant expires = Instant.parse(renewed.answer().path("expiresAt"));
        assertFalse(expires.isBefore(before.plus(Duration.ofMinutes(30))));
        assertFalse(expires.isAfter(time.instant().plus(Duration.ofMinutes(30))));

        time.advance(Duration.ofMinutes(30));
        refused(ada.member().acknowledge(renewed.setId()), ProblemType.SET_NOT_PENDING);
        refused(ada.member().verify(renewed.codes().get(0)), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(1)).statusCode(200).body("backupCodesRemaining", is(8));

        Renewed again = renew(ada, ada.code(2));
        time.advance(Duration.ofMinutes(29));
        ada.member().acknowledge(again.setId()).statusCode(200);
    }

    @Test
    void b4_aNewerSetTakesThePlaceOfOneThatWaits() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Renewed first = renew(ada, ada.code(0));
        Renewed second = renew(ada, ada.code(1));
        refused(ada.member().acknowledge(first.setId()), ProblemType.SET_NOT_PENDING);
        ada.member().acknowledge(second.setId()).statusCode(200);
        refused(ada.member().verify(first.codes().get(0)), ProblemType.CODE_REJECTED);
        ada.member().verify(second.codes().get(0)).statusCode(200);
    }

    @Test
    void b4_backupCodesComeWithAnAuthenticator() {
        Member ada = Tenant.direct(time).user();
        refused(ada.post("/v1/me/backup-codes", Map.of("code", "123456")), ProblemType.NOT_ENROLLED);
        refused(ada.call().post("/v1/me/backup-codes").then(), ProblemType.NOT_ENROLLED);
    }

    @Test
    void b6_codesAreShownInTheResponseThatMakesThemAndAreNotToBeStored() {
        Member ada = Tenant.direct(time).user();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        var app = new AuthenticatorApp(started.path("secret"), time);
        Response confirmed = ada.confirm(started.path("id"), app.code())
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("backupCodes.codes", hasSize(10))
                .extract()
                .response();
        ada.acknowledge(confirmed.path("backupCodes.setId")).statusCode(200);
        ada.post("/v1/me/backup-codes", Map.of("code", app.freshCode()))
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("codes", hasSize(10));
    }

    @Test
    void b6_renewedCodesAreNeverShownAgain() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Member member = ada.member();
        Renewed renewed = renew(ada, ada.app().freshCode());
        String others = String.join(
                "\n",
                member.get("/v1/me/second-factor").extract().asString(),
                member.acknowledge(renewed.setId()).statusCode(200).extract().asString(),
                member.get("/v1/me/second-factor").extract().asString(),
                member.verify(renewed.codes().get(0)).statusCode(200).extract().asString(),
                member.verify(renewed.codes().get(0)).statusCode(422).extract().asString(),
                Change.RENEW_BACKUP_CODES
                        .by(ada, ada.app().freshCode())
                        .statusCode(201)
                        .extract()
                        .asString(),
                member.get("/v1/me/audit-events").statusCode(200).extract().asString(),
                tenant.admin()
                        .get("/v1/accounts/" + tenant.id() + "/audit-events")
                        .extract()
                        .asString());
        for (String code : renewed.codes()) {
            assertFalse(others.contains(code), "a code shows up in another response");
            assertFalse(others.contains(code.replace("-", "")), "a code shows up in another response");
        }
        for (String method : List.of("GET", "HEAD", "PUT")) {
            member.call().request(method, "/v1/me/backup-codes").then().statusCode(405);
        }
    }
}

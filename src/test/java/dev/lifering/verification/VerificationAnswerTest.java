package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V4: a wrong code is never a 2xx; success says all that a login needs. */
@QuarkusTest
class VerificationAnswerTest {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void v4_aTotpSuccessSaysMethodAuthenticatorTimeRemainingCodesAndCarriesAnAssertion() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        ada.member()
                .verify(ada.app().freshCode())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", is(notNullValue()))
                .body("method", is("totp"))
                .body("authenticator.id", is(ada.authenticatorId()))
                .body("authenticator.label", is("Authenticator app"))
                .body("verifiedAt", matchesPattern(INSTANT))
                .body("status", is("enabled"))
                .body("backupCodesRemaining", is(10))
                .body("lowBackupCodes", is(false))
                .body("reenrolmentRequired", is(false))
                .body("recoverySession", is(nullValue()))
                .body("assertion", is(notNullValue()));
        ada.member().get("/v1/me/second-factor").body("lastVerifiedAt", matchesPattern(INSTANT));
    }

    @Test
    void v4_aBackupCodeSuccessSaysHowManyAreLeft() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        for (int left = 9; left >= 3; left--) {
            ada.member()
                    .verify(ada.code(left))
                    .statusCode(200)
                    .body("method", is("backup_code"))
                    .body("authenticator", is(nullValue()))
                    .body("backupCodesRemaining", is(left))
                    .body("lowBackupCodes", is(left <= 3))
                    .body("reenrolmentRequired", is(false))
                    .body("assertion", is(notNullValue()));
        }
    }

    @Test
    void v4_wrongUsedAndUnknownCodesAreAnsweredAlikeAndOnlyTheTrailKnowsWhich() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Enrolled bob = Tenant.direct(time).user().enrolled();
        String spentTotp = ada.app().freshCode();
        ada.member().verify(spentTotp).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(200);
        Map<String, String> reasons =
                Map.of(ada.app().wrongCode(), "wrong", spentTotp, "used", ada.code(0), "used", bob.code(0), "wrong");
        var answers = new HashMap<String, Object>();
        reasons.forEach((code, reason) -> {
            ValidatableResponse answer = refused(ada.member().verify(code), 422, "code-rejected");
            answers.put(answer.extract().path("title"), answer.extract().path("detail"));
            var events = trail.of(ada.member().tenant());
            assertEquals(reason, events.get(events.size() - 1).reason());
        });
        assertEquals(1, answers.size());
    }

    @Test
    void v4_codesOfAReplacedSetAreRefused() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Response renewed = ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.app().freshCode()))
                .statusCode(201)
                .extract()
                .response();
        String pending = renewed.path("codes[0]");
        refused(ada.member().verify(pending), 422, "code-rejected");
        ada.member().acknowledge(renewed.path("setId")).statusCode(200);
        refused(ada.member().verify(ada.code(0)), 422, "code-rejected");
        ada.member().verify(pending).statusCode(200);
    }

    @Test
    void v4_whoeverHasNotSwitched2faOnHasNothingToVerify() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        refused(ada.member().verify(ada.app().freshCode()), 409, "not-enrolled");
        refused(ada.member().verifyOwn(ada.code(0)), 409, "not-enrolled");
        ada.member().acknowledge(ada.setId()).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    @Test
    void v4_aUserWhoIsSwitchedOffIsRefused() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Member member = ada.member();
        switchUser(member, false);
        refused(member.verify(ada.app().freshCode()), 409, "user-inactive");
        refused(member.verifyOwn(ada.code(0)), 409, "user-inactive");
        refused(member.get("/v1/me/second-factor"), 409, "user-inactive");
        switchUser(member, true);
        member.verify(ada.code(0)).statusCode(200).body("backupCodesRemaining", is(greaterThanOrEqualTo(9)));
    }

    @Test
    void v4_anUnknownUserIsNotFound() {
        refused(
                service()
                        .body(Map.of("code", "123456"))
                        .post("/v1/users/nobody-at-all/verifications")
                        .then(),
                404,
                "not-found");
        refused(service().get("/v1/users/nobody-at-all/second-factor").then(), 404, "not-found");
    }

    @Test
    void aServiceSeesWhatALoginNeeds() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        service()
                .get("/v1/users/" + ada.member().id() + "/second-factor")
                .then()
                .statusCode(200)
                .body("status", is("enabled"))
                .body("enrolmentRequired", is(false))
                .body("reenrolmentRequired", is(false))
                .body("authenticators[0].id", is(ada.authenticatorId()))
                .body("backupCodes.remaining", is(10))
                .body("blocked", is(false));
    }

    private static RequestSpecification service() {
        return RestAssured.given().auth().oauth2(Bearer.service()).contentType(ContentType.JSON);
    }

    private static void switchUser(Member member, boolean active) {
        service()
                .body(Map.of("email", "ada@example.com", "active", active))
                .put("/v1/accounts/" + member.tenant().id() + "/users/" + member.id())
                .then()
                .statusCode(200);
    }
}

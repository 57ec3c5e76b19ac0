package dev.lifering.enrolment;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule E3. */
@QuarkusTest
class FirstAuthenticatorRulesTest {
    @Inject
    MovableTime time;

    @Test
    void e3_backupCodesOfAnEnrolmentThatWasGivenUpCannotBeAcknowledged() {
        Enrolled confirmed = Tenant.direct(time).user().confirmed();
        Member user = confirmed.member();
        user.call()
                .delete("/v1/me/enrolments/" + confirmed.authenticatorId())
                .then()
                .statusCode(204);
        refused(user.acknowledge(confirmed.setId()), ProblemType.SET_NOT_PENDING);
        user.get("/v1/me/second-factor").body("status", is("not_enrolled")).body("backupCodes", is(nullValue()));
    }

    @Test
    void e3_theFirstAuthenticatorBringsABackupCodeSet() {
        Member ada = Tenant.direct(time).user();
        Response started =
                ada.startEnrolment(Map.of("label", "Phone")).extract().response();
        var app = new AuthenticatorApp(started.path("secret"), time);
        ada.confirm(started.path("id"), app.code())
                .statusCode(200)
                .body("authenticator.id", is(started.<String>path("id")))
                .body("authenticator.label", is("Phone"))
                .body("backupCodes.label", matchesPattern("LR-[0-9A-HJKMNP-TV-Z]{4}"))
                .body("backupCodes.codes", hasSize(10))
                .body("status", is("not_enrolled"));
        assertEquals(
                List.of("enrolment.confirmed", "backup_codes.issued"),
                Trail.of(ada).lastTypes(2));
    }

    @Test
    void e3_beforeTheAcknowledgementSecondFactorIsNotEnabled() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        for (ValidatableResponse seen : List.of(ada.member().get("/v1/me/second-factor"), seenByService(ada))) {
            seen.statusCode(200)
                    .body("status", is("not_enrolled"))
                    .body("authenticators", empty())
                    .body("backupCodes", nullValue());
        }
        for (String code : List.of(ada.app().freshCode(), ada.code(0))) {
            refused(ada.member().verify(code), ProblemType.NOT_ENROLLED);
            refused(ada.member().post("/v1/me/verifications", Map.of("code", code)), ProblemType.NOT_ENROLLED);
            refused(ada.member().post("/v1/me/backup-codes", Map.of("code", code)), ProblemType.NOT_ENROLLED);
        }
    }

    @Test
    void e3_secondFactorIsEnabledOnlyWhenTheBackupCodesAreAcknowledged() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        ValidatableResponse acknowledged = ada.member().acknowledge(ada.setId());
        for (ValidatableResponse seen :
                List.of(acknowledged, ada.member().get("/v1/me/second-factor"), seenByService(ada))) {
            seen.statusCode(200)
                    .body("status", is("enabled"))
                    .body("authenticators", hasSize(1))
                    .body("authenticators[0].id", is(ada.authenticatorId()))
                    .body("backupCodes.remaining", is(10))
                    .body("backupCodes.low", is(false));
        }
        assertEquals(
                List.of("backup_codes.acknowledged", "authenticator.added", "second_factor.enabled"),
                Trail.of(ada.member()).lastTypes(3));
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    private static ValidatableResponse seenByService(Enrolled user) {
        return given().auth()
                .oauth2(Bearer.service())
                .get("/v1/users/" + user.member().id() + "/second-factor")
                .then();
    }

    @Test
    void e3_theCodesAreShownOnce() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().confirmed();
        Member member = ada.member();
        String others = String.join(
                "\n",
                member.get("/v1/me/second-factor").extract().asString(),
                refused(member.confirm(ada.authenticatorId(), ada.app().freshCode()), ProblemType.ENROLMENT_OVER)
                        .extract()
                        .asString(),
                member.acknowledge(ada.setId()).statusCode(200).extract().asString(),
                member.acknowledge(ada.setId()).statusCode(409).extract().asString(),
                member.verify(ada.app().freshCode()).statusCode(200).extract().asString(),
                member.verify(ada.code(0)).statusCode(200).extract().asString(),
                member.verify(ada.code(0)).statusCode(422).extract().asString(),
                member.get("/v1/me/second-factor").extract().asString(),
                seenByService(ada).extract().asString(),
                member.get("/v1/me/audit-events").statusCode(200).extract().asString(),
                tenant.admin()
                        .get("/v1/accounts/" + tenant.id() + "/audit-events")
                        .statusCode(200)
                        .extract()
                        .asString());
        for (String code : ada.codes()) {
            assertFalse(others.contains(code), "a code shows up in another response");
            assertFalse(others.contains(code.replace("-", "")), "a code shows up in another response");
        }
    }

    @Test
    void e3_withoutAcknowledgementNothingIsEnabledAndTheUserMayStartAgain() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        time.advance(Duration.ofMinutes(30));
        refused(ada.member().acknowledge(ada.setId()), ProblemType.SET_NOT_PENDING);
        assertEquals("not_enrolled", ada.member().status());
        refused(ada.member().verify(ada.code(0)), ProblemType.NOT_ENROLLED);

        Enrolled again = ada.member().enrolled();
        ada.member().get("/v1/me/second-factor").body("authenticators", hasSize(1));
        again.member().verify(again.app().freshCode()).statusCode(200);
        refused(ada.member().verify(ada.app().code()), ProblemType.CODE_REJECTED);
        refused(ada.member().verify(ada.code(0)), ProblemType.CODE_REJECTED);
    }

    @Test
    void e3_aSetIsAcknowledgedOnce() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        refused(ada.member().acknowledge(ada.setId()), ProblemType.SET_NOT_PENDING);
        assertEquals(1, Trail.of(ada.member()).count("second_factor.enabled", "success"));
    }

    @Test
    void e3_nobodyAcknowledgesForAnother() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().confirmed();
        refused(tenant.user().acknowledge(ada.setId()), ProblemType.NOT_FOUND);
        refused(tenant.admin().acknowledge(ada.setId()), ProblemType.NOT_FOUND);
        refused(ada.member().acknowledge(UUID.randomUUID().toString()), ProblemType.NOT_FOUND);
        assertEquals("not_enrolled", ada.member().status());
        ada.member().acknowledge(ada.setId()).statusCode(200);
    }

    @Test
    void e3_ofSeveralConfirmedBeforeTheAcknowledgementOnlyTheAcknowledgedOneCounts() {
        Member ada = Tenant.direct(time).user();
        Enrolled first = ada.confirmed();
        Enrolled second = ada.confirmed();
        refused(ada.acknowledge(first.setId()), ProblemType.SET_NOT_PENDING);
        assertEquals("not_enrolled", ada.status());
        ada.acknowledge(second.setId())
                .statusCode(200)
                .body("authenticators", hasSize(1))
                .body("authenticators[0].id", is(second.authenticatorId()));
        refused(ada.verify(first.app().freshCode()), ProblemType.CODE_REJECTED);
        refused(ada.verify(first.code(0)), ProblemType.CODE_REJECTED);
        ada.verify(second.app().code()).statusCode(200);
        ada.verify(second.code(0)).statusCode(200);
    }
}

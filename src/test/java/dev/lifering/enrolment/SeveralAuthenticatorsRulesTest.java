package dev.lifering.enrolment;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules E6 (how many there may be) and E7. */
@QuarkusTest
class SeveralAuthenticatorsRulesTest {
    @Inject
    MovableTime time;

    private Further start(Member member, String code, String label) {
        Response started = member.startEnrolment(Map.of("code", code, "label", label))
                .statusCode(201)
                .extract()
                .response();
        return new Further(started.path("id"), new AuthenticatorApp(started.path("secret"), time));
    }

    private record Further(String id, AuthenticatorApp app) {}

    private Further add(Enrolled user, String label) {
        Further further = start(user.member(), user.app().freshCode(), label);
        user.member()
                .confirm(further.id(), further.app().code())
                .statusCode(200)
                .body("authenticator.label", is(label))
                .body("backupCodes", nullValue())
                .body("status", is("enabled"));
        return further;
    }

    @Test
    void e6_aUserHasSeveralNamedAuthenticatorsAndAtMostFiveByDefault() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Further tablet = add(ada, "Tablet");
        add(ada, "Desk");
        add(ada, "Ersatz-Händi 📱");
        add(ada, "Fifth");
        ada.member()
                .get("/v1/me/second-factor")
                .body(
                        "authenticators.label",
                        containsInAnyOrder("Authenticator app", "Tablet", "Desk", "Ersatz-Händi 📱", "Fifth"));
        assertEquals(
                List.of("enrolment.confirmed", "authenticator.added"),
                Trail.of(ada.member()).lastTypes(2));
        ada.member()
                .verify(tablet.app().freshCode())
                .statusCode(200)
                .body("authenticator.id", is(tablet.id()))
                .body("authenticator.label", is("Tablet"));

        String code = ada.app().freshCode();
        refused(ada.member().startEnrolment(Map.of("code", code)), ProblemType.TOO_MANY_AUTHENTICATORS);
        ada.member().get("/v1/me/second-factor").body("authenticators", hasSize(5));
        // The code was not spent on an enrolment that could not end well.
        ada.member().verify(code).statusCode(200).body("authenticator.id", is(ada.authenticatorId()));
    }

    @Test
    void e6_onePerUserWhereThePolicySaysSo() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 1));
        Enrolled ada = tenant.user().enrolled();
        refused(
                ada.member().startEnrolment(Map.of("code", ada.app().freshCode())),
                ProblemType.TOO_MANY_AUTHENTICATORS);
        ada.member().get("/v1/me/second-factor").body("authenticators", hasSize(1));
    }

    @Test
    void e6_theLimitHoldsAtTheConfirmationToo() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 2));
        Enrolled ada = tenant.user().enrolled();
        Further first = start(ada.member(), ada.app().freshCode(), "First");
        Further second = start(ada.member(), ada.app().freshCode(), "Second");
        ada.member().confirm(first.id(), first.app().code()).statusCode(200);
        refused(ada.member().confirm(second.id(), second.app().code()), ProblemType.TOO_MANY_AUTHENTICATORS);
        ada.member()
                .get("/v1/me/second-factor")
                .body("authenticators.label", containsInAnyOrder("Authenticator app", "First"));
        refused(ada.member().verify(second.app().freshCode()), ProblemType.CODE_REJECTED);
    }

    @Test
    void e6_aTighterPolicyTakesNothingAwayAndLetsNothingIn() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Further tablet = add(ada, "Tablet");
        tenant.policy(Map.of("maxAuthenticators", 1));
        refused(
                ada.member().startEnrolment(Map.of("code", ada.app().freshCode())),
                ProblemType.TOO_MANY_AUTHENTICATORS);
        ada.member().verify(tablet.app().freshCode()).statusCode(200);
    }

    @Test
    void e7_whoProvesABackupCodeReplacesTheAuthenticatorByHimself() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 1));
        Enrolled ada = tenant.user().enrolled();
        Further fresh = start(ada.member(), ada.code(0), "New phone");
        // Until the new one is confirmed the old one stays.
        ada.member().verify(ada.app().freshCode()).statusCode(200).body("backupCodesRemaining", is(9));

        ada.member()
                .confirm(fresh.id(), fresh.app().code())
                .statusCode(200)
                .body("status", is("enabled"))
                .body("backupCodes", nullValue());
        ada.member()
                .get("/v1/me/second-factor")
                .body("authenticators", hasSize(1))
                .body("authenticators[0].id", is(fresh.id()))
                .body("backupCodes.remaining", is(9));
        assertEquals(
                List.of("enrolment.confirmed", "authenticator.removed", "authenticator.added"),
                Trail.of(ada.member()).lastTypes(3));
        assertEquals(
                ada.authenticatorId(), Trail.of(ada.member()).events().get(1).get("object"));
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.CODE_REJECTED);
        ada.member().verify(fresh.app().code()).statusCode(200);
    }

    @Test
    void e7_alsoWithFiveAndThenTheLeastRecentlyUsedOneGoes() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Further unused = add(ada, "Unused");
        add(ada, "Third");
        add(ada, "Fourth");
        add(ada, "Fifth");
        Further fresh = start(ada.member(), ada.code(0), "New");
        ada.member().confirm(fresh.id(), fresh.app().code()).statusCode(200);
        ada.member()
                .get("/v1/me/second-factor")
                .body(
                        "authenticators.label",
                        containsInAnyOrder("Authenticator app", "Third", "Fourth", "Fifth", "New"));
        refused(ada.member().verify(unused.app().freshCode()), ProblemType.CODE_REJECTED);
    }

    @Test
    void e7_nothingIsReplacedWhereThereIsRoom() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Further fresh = start(ada.member(), ada.code(0), "New phone");
        ada.member().confirm(fresh.id(), fresh.app().code()).statusCode(200);
        ada.member()
                .call()
                .body(Map.of("code", ada.code(1)))
                .delete("/v1/me/authenticators/" + ada.authenticatorId())
                .then()
                .statusCode(204);
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators.id", is(List.of(fresh.id())));
    }
}

package dev.lifering.enrolment;

import static dev.lifering.testing.Refusal.refused;
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
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule E5: what allows an enrolment, and for how long. */
@QuarkusTest
class StaleEnrolmentRulesTest {
    @Inject
    MovableTime time;

    private Enrolment start(Member member, Map<String, ?> body) {
        Response started = member.startEnrolment(body).statusCode(201).extract().response();
        return new Enrolment(started.path("id"), new AuthenticatorApp(started.path("secret"), time));
    }

    private record Enrolment(String id, AuthenticatorApp app) {}

    @Test
    void e5_anEnrolmentStartedBeforeSecondFactorWasEnabledCannotBeConfirmedAfterwards() {
        Member ada = Tenant.direct(time).user();
        Enrolment stale = start(ada, Map.of());
        Enrolled enrolled = ada.enrolled();
        refused(ada.confirm(stale.id(), stale.app().freshCode()), ProblemType.SECOND_FACTOR_REQUIRED);
        refused(ada.confirm(stale.id(), stale.app().wrongCode()), ProblemType.SECOND_FACTOR_REQUIRED);
        ada.get("/v1/me/second-factor")
                .body("authenticators", hasSize(1))
                .body("authenticators[0].id", is(enrolled.authenticatorId()));
        refused(ada.verify(stale.app().code()), ProblemType.CODE_REJECTED)
                // the first failure that counts: the two before were not looked at
                .body("attemptsRemaining", is(4));
    }

    @Test
    void e5_alsoNotWhenItWasConfirmedButNotAcknowledged() {
        Member ada = Tenant.direct(time).user();
        Enrolled stale = ada.confirmed();
        Enrolled enrolled = ada.enrolled();
        refused(ada.acknowledge(stale.setId()), ProblemType.SET_NOT_PENDING);
        // Nor does a later set bring it back.
        String renewed = ada.post("/v1/me/backup-codes", Map.of("code", enrolled.code(0)))
                .statusCode(201)
                .extract()
                .path("setId");
        ada.acknowledge(renewed).statusCode(200).body("authenticators", hasSize(1));
        refused(ada.verify(stale.app().freshCode()), ProblemType.CODE_REJECTED);
    }

    @Test
    void e5_whatAllowedAnEnrolmentEndsWithTheSecondFactorItProved() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Enrolment allowed = start(ada.member(), Map.of("code", ada.app().freshCode()));
        ada.member()
                .call()
                .body(Map.of("code", ada.code(0)))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
        refused(ada.member().confirm(allowed.id(), allowed.app().code()), ProblemType.NOT_FOUND);
        ada.member().enrolled();
        refused(ada.member().confirm(allowed.id(), allowed.app().code()), ProblemType.NOT_FOUND);
    }

    @Test
    void e5_aRecoverySessionMayTakeThePlaceOfTheCodeOnce() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String session = spendAll(ada);
        Enrolment fresh = start(ada.member(), Map.of("recoverySession", session));
        Enrolment second = start(ada.member(), Map.of("recoverySession", session));
        ada.member()
                .confirm(fresh.id(), fresh.app().code())
                .statusCode(200)
                .body("status", is("enabled"))
                // Nobody who has no code left goes without new ones.
                .body("backupCodes.codes", hasSize(10));
        refused(ada.member().confirm(second.id(), second.app().code()), ProblemType.RECOVERY_SESSION_INVALID);
        refused(ada.member().startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
        ada.member().verify(fresh.app().freshCode()).statusCode(200);
    }

    @Test
    void e5_aRecoverySessionIsOnePersonsAndLivesFor15Minutes() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Enrolled eve = tenant.user().enrolled();
        String session = spendAll(ada);
        for (String bad : new String[] {session + "x", session.toLowerCase(Locale.ROOT), "x"}) {
            refused(ada.member().startEnrolment(Map.of("recoverySession", bad)), ProblemType.RECOVERY_SESSION_INVALID);
        }
        refused(eve.member().startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
        time.advance(Duration.ofMinutes(6));
        Enrolment late = start(ada.member(), Map.of("recoverySession", session));
        time.advance(Duration.ofMinutes(9));
        refused(ada.member().confirm(late.id(), late.app().code()), ProblemType.RECOVERY_SESSION_INVALID);
        refused(ada.member().startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
        ada.member().get("/v1/me/second-factor").body("authenticators", hasSize(1));
    }

    @Test
    void e5_aRecoverySessionOnlyEnrols() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String session = spendAll(ada);
        var body = Map.of("recoverySession", session);
        refused(ada.member().post("/v1/me/backup-codes", body), ProblemType.MALFORMED_REQUEST);
        refused(ada.member().call().body(body).delete("/v1/me/second-factor").then(), ProblemType.MALFORMED_REQUEST);
        String authenticator = "/v1/me/authenticators/" + ada.authenticatorId();
        refused(ada.member().call().body(body).delete(authenticator).then(), ProblemType.MALFORMED_REQUEST);
        refused(
                ada.member()
                        .call()
                        .body(Map.of("recoverySession", session, "label", "Mine"))
                        .patch(authenticator)
                        .then(),
                ProblemType.MALFORMED_REQUEST);
    }

    /** Spends all ten codes and gives the recovery session that the last one brings. */
    private String spendAll(Enrolled user) {
        for (int i = 0; i < 9; i++) {
            user.member().verify(user.code(i)).statusCode(200).body("recoverySession", nullValue());
        }
        String session =
                user.member().verify(user.code(9)).statusCode(200).extract().path("recoverySession");
        assertEquals(43, session.length(), "256 bits in base64url");
        return session;
    }
}

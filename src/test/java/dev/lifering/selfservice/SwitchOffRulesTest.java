package dev.lifering.selfservice;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Switching 2FA off: nothing is left of it. */
@QuarkusTest
class SwitchOffRulesTest {
    @Inject
    MovableTime time;

    @Test
    void e5_switchedOffNothingIsLeft() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Response pending =
                Change.RENEW_BACKUP_CODES.by(ada, ada.code(0)).extract().response();
        Change.SWITCH_OFF.by(ada, ada.app().freshCode()).statusCode(204);
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("not_enrolled"))
                .body("authenticators", empty())
                .body("backupCodes", nullValue());
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.NOT_ENROLLED);
        refused(ada.member().verify(ada.code(1)), ProblemType.NOT_ENROLLED);
        refused(ada.member().acknowledge(pending.path("setId")), ProblemType.SET_NOT_PENDING);

        Enrolled again = ada.member().enrolled();
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.CODE_REJECTED);
        refused(ada.member().verify(ada.code(1)), ProblemType.CODE_REJECTED);
        again.member().verify(again.app().code()).statusCode(200);
    }

    @Test
    void e5_switchingOffEndsRecoverySessions() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        for (String code : ada.codes().subList(0, 9)) {
            ada.member().verify(code).statusCode(200);
        }
        String session = ada.member().verify(ada.code(9)).extract().path("recoverySession");
        Change.SWITCH_OFF.by(ada, ada.app().freshCode()).statusCode(204);
        ada.member().enrolled();
        refused(ada.member().startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
    }

    @Test
    void e5_whereThePolicyDemandsItSecondFactorStaysOn() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("secondFactorMandatory", true));
        Enrolled ada = tenant.user().enrolled();
        String code = ada.app().freshCode();
        refused(Change.SWITCH_OFF.by(ada, code), ProblemType.MANDATORY);
        assertEquals("enabled", ada.member().status());
        ada.member().verify(code).statusCode(200);
    }

    @Test
    void e5_whatIsOffCannotBeSwitchedOff() {
        Member ada = Tenant.direct(time).user();
        refused(
                ada.call()
                        .body(Map.of("code", "123456"))
                        .delete("/v1/me/second-factor")
                        .then(),
                ProblemType.NOT_ENROLLED);
        refused(ada.call().delete("/v1/me/second-factor").then(), ProblemType.NOT_ENROLLED);
    }
}

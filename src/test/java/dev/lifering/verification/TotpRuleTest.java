package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V2: which codes of an authenticator app are accepted, and how often. */
@QuarkusTest
class TotpRuleTest {
    private static final Duration LONG_AFTER = Duration.ofMinutes(5);

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void v2_theStepBeforeAndTheStepAfterAreAccepted() {
        Enrolled ada = rested(Tenant.direct(time));
        ada.member().verify(ada.app().codeInSteps(-1)).statusCode(200);
        ada.member().verify(ada.app().codeInSteps(0)).statusCode(200);
        ada.member().verify(ada.app().codeInSteps(1)).statusCode(200);
    }

    @Test
    void v2_twoStepsAwayIsWrong() {
        Enrolled ada = rested(Tenant.direct(time));
        refused(ada.member().verify(ada.app().codeInSteps(-2)), 422, "code-rejected");
        refused(ada.member().verify(ada.app().codeInSteps(2)), 422, "code-rejected");
    }

    @Test
    void v2_aStepIsAcceptedOnceOnWhateverRoute() {
        Enrolled ada = rested(Tenant.direct(time));
        String code = ada.app().code();
        ada.member().verify(code).statusCode(200);
        refused(ada.member().verify(code), 422, "code-rejected").body("attemptsRemaining", is(4));
        refused(ada.member().verifyOwn(code), 422, "code-rejected").body("attemptsRemaining", is(3));
        refused(ada.member().startEnrolment(Map.of("code", code)), 422, "code-rejected");
        var last = trail.of(ada.member().tenant());
        assertEquals("used", last.get(last.size() - 1).reason());
    }

    @Test
    void v2_aStepBeforeTheLastAcceptedIsRefused() {
        Enrolled ada = rested(Tenant.direct(time));
        ada.member().verify(ada.app().codeInSteps(1)).statusCode(200);
        refused(ada.member().verify(ada.app().codeInSteps(0)), 422, "code-rejected");
        refused(ada.member().verify(ada.app().codeInSteps(-1)), 422, "code-rejected");
        ada.member().verify(ada.app().freshCodeIn(2)).statusCode(200);
    }

    @Test
    void v2_theStepThatConfirmedTheEnrolmentIsBurnt() {
        time.toNextStep();
        Enrolled ada = Tenant.direct(time).user().enrolled();
        refused(ada.member().verify(ada.app().codeInSteps(0)), 422, "code-rejected");
        ada.member().verify(ada.app().codeInSteps(1)).statusCode(200);
    }

    @Test
    void v2_eachAuthenticatorHasItsOwnLastStep() {
        Enrolled ada = rested(Tenant.direct(time));
        Response started = ada.member()
                .startEnrolment(Map.of("code", ada.app().code()))
                .extract()
                .response();
        AuthenticatorApp second = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        ada.member().confirm(started.path("id"), second.code()).statusCode(200);
        time.advance(LONG_AFTER);
        ada.member().verify(ada.app().codeInSteps(1)).statusCode(200);
        ada.member().verify(second.code()).statusCode(200).body("authenticator.id", is(started.<String>path("id")));
    }

    @Test
    void v2_thePolicyDecidesTheWindow() {
        Tenant none = Tenant.direct(time);
        Enrolled ada = rested(none);
        none.policy(Map.of("totpWindow", 0));
        refused(ada.member().verify(ada.app().codeInSteps(-1)), 422, "code-rejected");
        refused(ada.member().verify(ada.app().codeInSteps(1)), 422, "code-rejected");
        ada.member().verify(ada.app().code()).statusCode(200);
        none.policy(Map.of("totpWindow", 2));
        ada.member().verify(ada.app().codeInSteps(2)).statusCode(200);
        refused(ada.member().verify(ada.app().codeInSteps(3)), 422, "code-rejected");
    }

    @Test
    void v2_thePolicyDecidesWhatNewlyEnrolledAppsCompute() {
        Tenant strict = Tenant.direct(time);
        strict.policy(Map.of("totpDigits", 8, "totpAlgorithm", "sha512", "totpPeriod", "PT60S"));
        Enrolled ada = strict.user().enrolled();
        String code = ada.app().freshCode();
        assertEquals(8, code.length());
        ada.member().verify(code).statusCode(200).body("method", is("totp"));
        refused(ada.member().verify(ada.app().codeInSteps(2)), 422, "code-rejected");
        strict.policy(Map.of("totpAlgorithm", "sha256", "totpPeriod", "PT15S"));
        Enrolled bob = strict.user().enrolled();
        bob.member().verify(bob.app().freshCode()).statusCode(200);
        ada.member().verify(ada.app().freshCode()).statusCode(200);
    }

    @Test
    void v2_theAppsThatWereEnrolledBeforeComputeOn() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        tenant.policy(Map.of("totpDigits", 8, "totpAlgorithm", "sha256", "totpPeriod", "PT60S"));
        ada.member().verify(ada.app().freshCode()).statusCode(200);
    }

    /** Somebody whose last code is long gone, at the beginning of a time step. */
    private Enrolled rested(Tenant tenant) {
        Member member = tenant.user();
        Enrolled enrolled = member.enrolled();
        time.advance(LONG_AFTER);
        time.toNextStep();
        return enrolled;
    }
}

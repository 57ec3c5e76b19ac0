package dev.lifering.enrolment;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule E2. */
@QuarkusTest
class ConfirmationRulesTest {
    @Inject
    MovableTime time;

    /** An enrolment just started at the beginning of a time step. */
    private Started start() {
        Member ada = Tenant.direct(time).user();
        time.toNextStep();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        return new Started(ada, started.path("id"), new AuthenticatorApp(started.path("secret"), time));
    }

    private record Started(Member member, String id, AuthenticatorApp app) {

        ValidatableResponse confirm(String code) {
            return member.confirm(id, code);
        }

        /** Goes the whole way with this code. */
        Member enable(String code) {
            String setId = confirm(code).statusCode(200).extract().path("backupCodes.setId");
            member.acknowledge(setId).statusCode(200);
            return member;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void e2_confirmsWithACurrentCode(int steps) {
        Started ada = start();
        ada.confirm(ada.app().codeInSteps(steps)).statusCode(200).body("authenticator.id", is(ada.id()));
        Map<String, String> confirmed = Trail.of(ada.member()).events().get(1);
        assertEquals("enrolment.confirmed", confirmed.get("type"));
        assertEquals("success", confirmed.get("outcome"));
        assertEquals("totp", confirmed.get("method"));
        assertEquals(ada.id(), confirmed.get("object"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -2, 2, 3})
    void e2_aCodeThatIsNotCurrentDoesNotConfirm(int steps) {
        Started ada = start();
        refused(ada.confirm(ada.app().codeInSteps(steps)), ProblemType.CODE_REJECTED)
                .body("attemptsRemaining", is(4));
        assertEquals("not_enrolled", ada.member().status());
    }

    @Test
    void e2_theStepOfTheConfirmingCodeIsBurnt() {
        Started ada = start();
        String code = ada.app().code();
        Member member = ada.enable(code);
        refused(member.verify(code), ProblemType.CODE_REJECTED);
        assertEquals("used", Trail.of(member).newest().get("reason"));
        refused(member.post("/v1/me/backup-codes", Map.of("code", code)), ProblemType.CODE_REJECTED);
        member.verify(ada.app().freshCode()).statusCode(200);
    }

    @Test
    void e2_theStepsBeforeItAreBurntToo() {
        Started ada = start();
        Member member = ada.enable(ada.app().code());
        refused(member.verify(ada.app().codeInSteps(-1)), ProblemType.CODE_REJECTED);
    }

    @Test
    void e2_burntIsTheStepOfTheCodeAndNotThatOfTheClock() {
        Started slow = start();
        Member member = slow.enable(slow.app().codeInSteps(-1));
        member.verify(slow.app().code()).statusCode(200);

        Started fast = start();
        String ahead = fast.app().codeInSteps(1);
        member = fast.enable(ahead);
        refused(member.verify(fast.app().code()), ProblemType.CODE_REJECTED);
        refused(member.verify(ahead), ProblemType.CODE_REJECTED);
        assertEquals(ahead, fast.app().freshCode());
        refused(member.verify(ahead), ProblemType.CODE_REJECTED);
        member.verify(fast.app().freshCode()).statusCode(200);
    }

    @Test
    void e2_theStepOfAFurtherAuthenticatorIsBurntToo() {
        var ada = Tenant.direct(time).user().enrolled();
        Response started = ada.member()
                .startEnrolment(Map.of("code", ada.app().freshCode()))
                .extract()
                .response();
        var tablet = new AuthenticatorApp(started.path("secret"), time);
        String code = tablet.code();
        ada.member().confirm(started.path("id"), code).statusCode(200);
        refused(ada.member().verify(code), ProblemType.CODE_REJECTED);
        ada.member()
                .verify(tablet.freshCode())
                .statusCode(200)
                .body("authenticator.id", is(started.<String>path("id")));
    }

    @Test
    void e2_aWrongCodeIsCountedAndTheEnrolmentStaysOpen() {
        Started ada = start();
        refused(ada.confirm(ada.app().wrongCode()), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(4));
        Map<String, String> event = Trail.of(ada.member()).newest();
        assertEquals("enrolment.confirmed", event.get("type"));
        assertEquals("rejected", event.get("outcome"));
        assertEquals("wrong", event.get("reason"));
        assertEquals(ada.id(), event.get("object"));
        refused(ada.confirm(ada.app().wrongCode()), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(3));
        ada.confirm(ada.app().code()).statusCode(200);
    }

    @Test
    void e2_fiveWrongCodesLockConfirmingToo() {
        Started ada = start();
        for (int remaining = 4; remaining >= 0; remaining--) {
            refused(ada.confirm(ada.app().wrongCode()), ProblemType.CODE_REJECTED)
                    .body("attemptsRemaining", is(remaining));
        }
        refused(ada.confirm(ada.app().code()), ProblemType.LOCKED);
        assertEquals("locked", Trail.of(ada.member()).newest().get("outcome"));
        time.toNextStep();
        time.toNextStep();
        ada.confirm(ada.app().code()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "abcdef", "12345a", "-", "A7QF3-M9D2X-WRK4T"})
    void e2_whatCannotBeACodeCostsNoAttempt(String typed) {
        Started ada = start();
        refused(ada.confirm(typed), ProblemType.CODE_MALFORMED).body("attemptsRemaining", nullValue());
        refused(ada.confirm(ada.app().wrongCode()), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(4));
    }

    @Test
    void e2_confirmingTakesACode() {
        Started ada = start();
        refused(
                ada.member().post("/v1/me/enrolments/" + ada.id() + "/confirmation", Map.of()),
                ProblemType.INVALID_REQUEST);
        refused(ada.confirm(" "), ProblemType.INVALID_REQUEST);
    }

    @Test
    void e2_anEnrolmentIsConfirmedOnce() {
        Started ada = start();
        ada.confirm(ada.app().code()).statusCode(200);
        refused(ada.confirm(ada.app().code()), ProblemType.ENROLMENT_OVER);
        refused(ada.confirm(ada.app().freshCode()), ProblemType.ENROLMENT_OVER);
    }
}

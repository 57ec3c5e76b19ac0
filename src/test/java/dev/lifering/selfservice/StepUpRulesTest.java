package dev.lifering.selfservice;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule E5: each change to a second factor that is switched on needs a fresh proof of it in the same request. */
@QuarkusTest
class StepUpRulesTest {
    /** Well-formed, and nobody's. */
    private static final String FOREIGN_CODE = "00000-00000-00000";

    @Inject
    MovableTime time;

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    /** What a change would change. */
    private static Map<String, ?> state(Enrolled user) {
        Map<String, ?> seen =
                user.member().get("/v1/me/second-factor").extract().path("$");
        seen.remove("lastVerifiedAt");
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void e5_nothingChangesWithoutACode(Change change) {
        Enrolled ada = enrolled();
        Map<String, ?> before = state(ada);
        refused(change.by(ada, null), ProblemType.SECOND_FACTOR_REQUIRED);
        assertEquals(before, state(ada));
        assertEquals("second_factor.enabled", Trail.of(ada.member()).newest().get("type"));
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void e5_aWrongCodeChangesNothingAndCounts(Change change) {
        Enrolled ada = enrolled();
        Map<String, ?> before = state(ada);
        time.toNextStep();
        refused(change.by(ada, ada.app().wrongCode()), ProblemType.CODE_REJECTED)
                .body("attemptsRemaining", is(4));
        refused(change.by(ada, FOREIGN_CODE), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(3));
        assertEquals(before, state(ada));
        Map<String, String> event = Trail.of(ada.member()).newest();
        assertEquals("verification", event.get("type"));
        assertEquals("rejected", event.get("outcome"));
        assertEquals("step_up", event.get("object"));
        assertEquals("backup_code", event.get("method"));
    }

    @ParameterizedTest
    @EnumSource
    void e5_aTypingErrorChangesNothingAndCostsNoAttempt(Change change) {
        Enrolled ada = enrolled();
        Map<String, ?> before = state(ada);
        refused(change.by(ada, "00000-00000-00001"), ProblemType.CODE_MALFORMED).body("attemptsRemaining", nullValue());
        refused(change.by(ada, "12345"), ProblemType.CODE_MALFORMED);
        assertEquals(before, state(ada));
        refused(ada.member().verify(FOREIGN_CODE), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(4));
    }

    @ParameterizedTest
    @EnumSource
    void e5_aCodeOfTheAuthenticatorWillDo(Change change) {
        Enrolled ada = enrolled();
        change.by(ada, ada.app().freshCode()).statusCode(change.success());
        assertChanged(change, ada);
    }

    @ParameterizedTest
    @EnumSource
    void e5_aBackupCodeWillDo(Change change) {
        Enrolled ada = enrolled();
        change.by(ada, ada.code(0)).statusCode(change.success());
        assertChanged(change, ada);
    }

    private static void assertChanged(Change change, Enrolled user) {
        List<String> expected = switch (change) {
            case START_ENROLMENT -> List.of("verification", "enrolment.started");
            case RENAME_AUTHENTICATOR -> List.of("verification", "authenticator.renamed");
            case REMOVE_AUTHENTICATOR -> List.of("verification", "authenticator.removed");
            case RENEW_BACKUP_CODES -> List.of("verification", "backup_codes.issued");
            case SWITCH_OFF -> List.of("verification", "second_factor.switched_off");
        };
        assertEquals(expected, Trail.of(user.member()).lastTypes(2));
        String status = switch (change) {
            case SWITCH_OFF -> "not_enrolled";
            case REMOVE_AUTHENTICATOR -> "backup_codes_only";
            default -> "enabled";
        };
        assertEquals(status, user.member().status());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SWITCH_OFF")
    void e5_theCodeIsSpentOnTheChange(Change change) {
        Enrolled ada = enrolled();
        change.by(ada, ada.code(0)).statusCode(change.success());
        refused(ada.member().verify(ada.code(0)), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(1)).statusCode(200).body("backupCodesRemaining", is(8));

        Enrolled bob = enrolled();
        String code = bob.app().freshCode();
        change.by(bob, code).statusCode(change.success());
        refused(bob.member().verify(code), ProblemType.CODE_REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void e5_aCodeThatWasUsedForALoginIsNotFresh(Change change) {
        Enrolled ada = enrolled();
        String code = ada.app().freshCode();
        ada.member().verify(code).statusCode(200);
        refused(change.by(ada, code), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(0)).statusCode(200);
        refused(change.by(ada, ada.code(0)), ProblemType.CODE_REJECTED);
    }

    @Test
    void e5_failuresOfAllChangesCountTogetherAndLockAllOfThem() {
        Enrolled ada = enrolled();
        time.toNextStep();
        int remaining = 4;
        for (Change change : Change.values()) {
            refused(change.by(ada, ada.app().wrongCode()), ProblemType.CODE_REJECTED)
                    .body("attemptsRemaining", is(remaining--));
        }
        Map<String, ?> before = state(ada);
        for (Change change : Change.values()) {
            refused(change.by(ada, ada.code(0)), ProblemType.LOCKED);
            // Without a code nobody is told that it is locked.
            refused(change.by(ada, null), ProblemType.SECOND_FACTOR_REQUIRED);
        }
        assertEquals(before, state(ada));
        time.toNextStep();
        time.toNextStep();
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"START_ENROLMENT", "RENEW_BACKUP_CODES", "SWITCH_OFF"})
    void e5_holdsInBackupCodesOnlyToo(Change change) {
        Enrolled ada = enrolled();
        Change.REMOVE_AUTHENTICATOR.by(ada, ada.code(0)).statusCode(204);
        refused(change.by(ada, null), ProblemType.SECOND_FACTOR_REQUIRED);
        refused(change.by(ada, FOREIGN_CODE), ProblemType.CODE_REJECTED);
        refused(change.by(ada, ada.app().freshCode()), ProblemType.CODE_REJECTED);
        assertEquals("backup_codes_only", ada.member().status());
        change.by(ada, ada.code(1)).statusCode(change.success());
    }
}

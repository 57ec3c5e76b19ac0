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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule E4. */
@QuarkusTest
class AcknowledgementRulesTest {
    @Inject
    MovableTime time;

    private Tenant demanding() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("acknowledgementProof", true));
        return tenant;
    }

    private static ValidatableResponse prove(Enrolled user, String setId, String proof) {
        return user.member().post("/v1/me/backup-codes/" + setId + "/acknowledgement", Map.of("proof", proof));
    }

    private static ValidatableResponse prove(Enrolled user, String proof) {
        return prove(user, user.setId(), proof);
    }

    @Test
    void e4_withoutAPolicyAcknowledgingNeedsNoProof() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        String path = "/v1/me/backup-codes/" + ada.setId() + "/acknowledgement";
        ada.member().call().post(path).then().statusCode(200).body("status", is("enabled"));
    }

    @Test
    void e4_acknowledgingMayCarryAProofWhichIsNotSpent() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        prove(ada, ada.code(3)).statusCode(200).body("status", is("enabled")).body("backupCodes.remaining", is(10));
        Trail trail = Trail.of(ada.member());
        assertEquals(1, trail.count("backup_codes.proved", "success"));
        ada.member().verify(ada.code(3)).statusCode(200).body("backupCodesRemaining", is(9));
    }

    @Test
    void e4_aPolicyCanDemandTheProof() {
        Enrolled ada = demanding().user().confirmed();
        refused(ada.member().acknowledge(ada.setId()), ProblemType.PROOF_REQUIRED);
        assertEquals("not_enrolled", ada.member().status());
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.NOT_ENROLLED);
        prove(ada, ada.code(9).replace("-", "").toLowerCase(Locale.ROOT))
                .statusCode(200)
                .body("status", is("enabled"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void e4_aWrongProofEnablesNothingAndCounts(boolean demanded) {
        Enrolled ada = (demanded ? demanding() : Tenant.direct(time)).user().confirmed();
        String wrong = Tenant.direct(time).user().confirmed().code(0);
        for (int remaining = 4; remaining >= 0; remaining--) {
            refused(prove(ada, wrong), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(remaining));
        }
        Trail trail = Trail.of(ada.member());
        assertEquals(5, trail.count("backup_codes.proved", "rejected"));
        assertEquals(1, trail.count("lockout", "success"));
        refused(prove(ada, ada.code(0)), ProblemType.LOCKED);
        assertEquals("not_enrolled", ada.member().status());
        time.toNextStep();
        time.toNextStep();
        prove(ada, ada.code(0)).statusCode(200).body("status", is("enabled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000-00000-00001", "123456", "12345678", "A7QF3"})
    void e4_whatCannotBeABackupCodeCostsNoAttempt(String typed) {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        refused(prove(ada, typed), ProblemType.CODE_MALFORMED).body("attemptsRemaining", nullValue());
        assertEquals("not_enrolled", ada.member().status());
        refused(prove(ada, "00000-00000-00000"), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(4));
    }

    @Test
    void e4_theProofIsOfThePendingSetAndNotOfTheOneBefore() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Response renewed = ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                .statusCode(201)
                .extract()
                .response();
        String setId = renewed.path("setId");
        List<String> fresh = renewed.path("codes");
        refused(prove(ada, setId, ada.code(1)), ProblemType.CODE_REJECTED);
        refused(ada.member().verify(fresh.get(0)), ProblemType.CODE_REJECTED);
        prove(ada, setId, fresh.get(0)).statusCode(200).body("backupCodes.remaining", is(10));
        ada.member().verify(fresh.get(0)).statusCode(200);
    }

    @Test
    void e4_aPolicyDemandsTheProofOfEverySet() {
        Tenant tenant = demanding();
        Enrolled ada = tenant.user().confirmed();
        prove(ada, ada.code(0)).statusCode(200);
        Response renewed = ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                .statusCode(201)
                .extract()
                .response();
        refused(ada.member().acknowledge(renewed.path("setId")), ProblemType.PROOF_REQUIRED);
        ada.member().verify(ada.code(1)).statusCode(200);
        prove(ada, renewed.path("setId"), renewed.path("codes[9]")).statusCode(200);
    }
}

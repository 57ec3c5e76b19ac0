package dev.lifering.overview;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a login of a user needs, by the policy of the account. */
@QuarkusTest
class LoginDemandsTest {
    @Inject
    MovableTime time;

    private Tenant tenant;
    private Member linus;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        linus = tenant.user();
    }

    @Test
    void nothingIsDemandedWhereThePolicyDoesNot() {
        demands()
                .body("demands.secondFactor", is("none"))
                .body("demands.enrolBy", nullValue())
                .body("demands.methods", is(List.of()))
                .body("demands.stepUpAfter", is("PT15M"))
                .body("enrolmentRequired", is(false));
    }

    @Test
    void duringTheGracePeriodEnrolmentIsDueAndThenRequired() {
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P7D"));
        demands().body("demands.secondFactor", is("enrolment_due")).body("enrolmentRequired", is(true));
        Instant enrolBy = enrolBy();
        time.advance(Duration.between(time.instant(), enrolBy).minusMinutes(1));
        demands().body("demands.secondFactor", is("enrolment_due"));
        time.advance(Duration.ofMinutes(1));
        demands().body("demands.secondFactor", is("enrolment_required")).body("enrolmentRequired", is(true));
        assertEquals(enrolBy, enrolBy());
    }

    @Test
    void theGracePeriodBeginsWithTheDemandForThoseWhoWereThereBefore() {
        time.advance(Duration.ofDays(100));
        Instant before = time.instant();
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P2D"));
        assertTrue(!enrolBy().isBefore(before.plus(Duration.ofDays(2))), "the period was over before it began");
        assertTrue(!enrolBy().isAfter(time.instant().plus(Duration.ofDays(2))));
    }

    @Test
    void theGracePeriodBeginsForNewUsersWhenTheyBecomeKnown() {
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P2D"));
        time.advance(Duration.ofDays(50));
        demands().body("demands.secondFactor", is("enrolment_required"));
        linus = tenant.user();
        demands().body("demands.secondFactor", is("enrolment_due"));
    }

    @Test
    void aFurtherChangeOfThePolicyDoesNotBeginItAgain() {
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P2D"));
        Instant enrolBy = enrolBy();
        time.advance(Duration.ofDays(1));
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P2D", "maxAuthenticators", 3));
        assertEquals(enrolBy, enrolBy());
        tenant.policy(Map.of());
        time.advance(Duration.ofDays(1));
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "P2D"));
        assertTrue(enrolBy().isAfter(enrolBy.plus(Duration.ofDays(1))), "what was dropped begins anew");
    }

    @Test
    void whoeverHasASecondFactorIsAskedForItByWhatHeHas() {
        Enrolled enrolled = linus.enrolled();
        demands()
                .body("demands.secondFactor", is("required"))
                .body("demands.methods", is(List.of("totp", "backup_code")))
                .body("demands.enrolBy", nullValue());
        linus.remove(enrolled.authenticatorId(), enrolled.app().freshCode()).statusCode(204);
        demands()
                .body("demands.secondFactor", is("required"))
                .body("demands.methods", is(List.of("backup_code")))
                .body("reenrolmentRequired", is(true));
    }

    @Test
    void whoseSecondFactorIsManagedElsewhereOwesNoneHere() {
        tenant.policy(Map.of("secondFactorMandatory", true, "gracePeriod", "PT0S"));
        demands().body("demands.secondFactor", is("enrolment_required"));
        service()
                .contentType("application/json")
                .body(Map.of("email", linus.email(), "secondFactorManagedElsewhere", true))
                .put("/v1/accounts/" + tenant.id() + "/users/" + linus.id())
                .then()
                .statusCode(200);
        demands().body("demands.secondFactor", is("none")).body("enrolmentRequired", is(false));
    }

    @Test
    void theUserHimselfIsToldTheSame() {
        tenant.policy(Map.of("secondFactorMandatory", true));
        Map<String, Object> told = demands().extract().path("demands");
        linus.get("/v1/me/second-factor").body("demands", equalTo(told));
    }

    @Test
    void howOldAProofMayBeIsThePolicys() {
        tenant.policy(Map.of("stepUpAfter", "PT5M"));
        demands().body("demands.stepUpAfter", is("PT5M"));
        Member ada = tenant.admin();
        String path = "/v1/accounts/" + tenant.id() + "/policy";
        ada.get(path).body("stepUpAfter", is("PT5M"));
        for (String wrong : List.of("PT59S", "P31D")) {
            refused(ada.call().body(Map.of("stepUpAfter", wrong)).put(path).then(), ProblemType.INVALID_REQUEST);
        }
    }

    private Instant enrolBy() {
        return Instant.parse(demands().extract().path("demands.enrolBy"));
    }

    private ValidatableResponse demands() {
        return service()
                .get("/v1/users/" + linus.id() + "/second-factor")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification service() {
        return RestAssured.given().auth().oauth2(Bearer.service());
    }
}

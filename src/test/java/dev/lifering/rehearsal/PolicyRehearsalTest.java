package dev.lifering.rehearsal;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of the policy can be looked at before it is made. */
@QuarkusTest
@Tag("slow")
class PolicyRehearsalTest {
    private static final Map<String, ?> MANDATORY = Map.of("secondFactorMandatory", true, "gracePeriod", "P7D");
    private static final Map<String, ?> AT_ONCE = Map.of("secondFactorMandatory", true, "gracePeriod", "PT0S");
    private static final List<String> CONSEQUENCES = List.of(
            "mustEnrolAtOnce",
            "mustEnrolLater",
            "needNotEnrol",
            "overAuthenticatorLimit",
            "keepOtherTotpParameters",
            "keepOtherBackupCodeCount",
            "mustProveAcknowledgement",
            "loseTrustedDevices");

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    Database database;

    private Tenant tenant;
    private Member ada;
    private Member linus;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        linus = tenant.user();
    }

    @Test
    void aRehearsalChangesNothing() {
        String before = policy();
        assertEquals(List.of(), trail.told(tenant, () -> rehearse(AT_ONCE).body("users", is(2))));
        assertEquals(before, policy());
    }

    @Test
    void itShowsBothPoliciesAsTheyWouldBeInForce() {
        put(Map.of("maxAuthenticators", 3));
        rehearse(Map.of("totpDigits", 8))
                .body("before.maxAuthenticators", is(3))
                .body("before.totpDigits", is(6))
                .body("after.maxAuthenticators", is(5))
                .body("after.totpDigits", is(8));
    }

    @Test
    void rehearsingThePolicyInForceCountsNobody() {
        linus.enrolled();
        for (Map<String, ?> policy :
                List.<Map<String, ?>>of(Map.of(), MANDATORY, AT_ONCE, Map.of("maxAuthenticators", 1))) {
            put(policy);
            ValidatableResponse same = rehearse(policy);
            CONSEQUENCES.forEach(consequence ->
                    same.body(consequence + ".count", is(0)).body(consequence + ".first", is(List.of())));
        }
    }

    @Test
    void whoWouldHaveToEnrolIsNamedWithTheMomentThatThenHolds() {
        time.stop();
        try {
            Instant enrolBy = Instant.parse(rehearse(MANDATORY)
                    .body("mustEnrolAtOnce.count", is(0))
                    .body("mustEnrolLater.count", is(2))
                    .body("mustEnrolLater.administrators", is(1))
                    .body("mustEnrolLater.includesYou", is(true))
                    .body("mustEnrolLater.first[0].id", is(ada.id()))
                    .body("mustEnrolLater.first[1].id", is(linus.id()))
                    .body("mustEnrolLater.first[1].email", is(linus.email()))
                    .body("mustEnrolLater.first[1].displayName", is("Somebody"))
                    .body("mustEnrolLater.first[1].admin", is(false))
                    .extract()
                    .path("mustEnrolLater.first[1].enrolBy"));
            put(MANDATORY);
            linus.get("/v1/me/second-factor").body("demands.enrolBy", is(enrolBy.toString()));
        } finally {
            time.go();
        }
    }

    @Test
    void whoWouldBeLockedOutAtOnceIsNamed() {
        rehearse(AT_ONCE)
                .body("mustEnrolAtOnce.count", is(2))
                .body("mustEnrolAtOnce.includesYou", is(true))
                .body("mustEnrolLater.count", is(0));
        ada.enrolled();
        rehearse(AT_ONCE)
                .body("mustEnrolAtOnce.count", is(1))
                .body("mustEnrolAtOnce.administrators", is(0))
                .body("mustEnrolAtOnce.includesYou", is(false))
                .body("mustEnrolAtOnce.first.id", is(List.of(linus.id())));
        put(AT_ONCE);
        linus.get("/v1/me/second-factor").body("demands.secondFactor", is("enrolment_required"));
    }

    @Test
    void aShorterGracePeriodConcernsThoseWhoAreStillInIt() {
        put(MANDATORY);
        time.advance(Duration.ofDays(2));
        Member grace = tenant.user();
        rehearse(Map.of("secondFactorMandatory", true, "gracePeriod", "P1D"))
                .body("mustEnrolAtOnce.count", is(2))
                .body("mustEnrolLater.first.id", is(List.of(grace.id())));
    }

    @Test
    void whoNeedNotEnrolAnyMoreIsCounted() {
        put(MANDATORY);
        linus.enrolled();
        rehearse(Map.of())
                .body("needNotEnrol.first.id", is(List.of(ada.id())))
                .body("needNotEnrol.first[0].enrolBy", nullValue());
    }

    @Test
    void onlyActiveUsersWhoNeedASecondFactorHereCount() {
        Member grace = tenant.user();
        provision(grace, Map.of("email", grace.email(), "secondFactorManagedElsewhere", true));
        provision(linus, Map.of("email", linus.email(), "active", false));
        rehearse(AT_ONCE)
                .body("users", is(2))
                .body("administrators", is(1))
                .body("mustEnrolAtOnce.first.id", is(List.of(ada.id())));
    }

    @Test
    void whoHasMoreAuthenticatorsThanTheNewLimitIsNamed() {
        ada.enrolled();
        linus.enrolled();
        database.update("""
                insert into authenticator (id, user_id, label, sealed_secret, secret_key_id, algorithm, digits,
                                           period_seconds, last_step, created_at, last_used_at)
                select gen_random_uuid(), user_id, 'second', sealed_secret, secret_key_id, algorithm, digits, period_seconds,
                       last_step, created_at, last_used_at from authenticator where user_id = ?
                """, linus.id());
        rehearse(Map.of("maxAuthenticators", 2)).body("overAuthenticatorLimit.count", is(0));
        rehearse(Map.of("maxAuthenticators", 1)).body("overAuthenticatorLimit.first.id", is(List.of(linus.id())));
    }

    @Test
    void whoKeepsOtherParametersIsNamed() {
        linus.enrolled();
        rehearse(Map.of("totpDigits", 8)).body("keepOtherTotpParameters.first.id", is(List.of(linus.id())));
        rehearse(Map.of("totpAlgorithm", "sha256")).body("keepOtherTotpParameters.count", is(1));
        rehearse(Map.of("totpPeriod", "PT60S")).body("keepOtherTotpParameters.count", is(1));
        rehearse(Map.of("totpWindow", 2)).body("keepOtherTotpParameters.count", is(0));
    }

    @Test
    void whoKeepsAnotherNumberOfCodesIsNamed() {
        linus.enrolled();
        rehearse(Map.of("backupCodes", 8)).body("keepOtherBackupCodeCount.first.id", is(List.of(linus.id())));
    }

    @Test
    void whoWouldHaveToProveAnAcknowledgementIsNamed() {
        ada.enrolled();
        linus.confirmed();
        rehearse(Map.of("acknowledgementProof", true))
                .body("mustProveAcknowledgement.first.id", is(List.of(linus.id())));
    }

    @Test
    void whoWouldLoseATrustedDeviceIsNamed() {
        put(Map.of("trustedDeviceLifetime", "P14D"));
        trusts(ada);
        time.advance(Duration.ofDays(2));
        trusts(linus);
        tenant.user().enrolled();
        rehearse(Map.of()).body("loseTrustedDevices.first.id", is(List.of(ada.id(), linus.id())));
        rehearse(Map.of("trustedDeviceLifetime", "P1D"))
                .body("loseTrustedDevices.first.id", is(List.of(ada.id())))
                .body("loseTrustedDevices.includesYou", is(true));
        rehearse(Map.of("trustedDeviceLifetime", "P30D")).body("loseTrustedDevices.count", is(0));
        time.advance(Duration.ofDays(12));
        rehearse(Map.of()).body("loseTrustedDevices.first.id", is(List.of(linus.id())));
    }

    @Test
    void asManyAreNamedAsAreAskedForAndAdministratorsFirst() {
        tenant.user();
        call(AT_ONCE, "?limit=1")
                .body("mustEnrolAtOnce.count", is(3))
                .body("mustEnrolAtOnce.first.id", equalTo(List.of(ada.id())));
        call(AT_ONCE, "?limit=0").body("mustEnrolAtOnce.count", is(3)).body("mustEnrolAtOnce.first", is(List.of()));
        refused(ada.post(path() + "?limit=101", AT_ONCE), ProblemType.INVALID_REQUEST);
    }

    @Test
    void onlyWhoMayChangeThePolicyMayRehearseIt() {
        refused(linus.post(path(), AT_ONCE), ProblemType.FORBIDDEN);
        refused(Tenant.direct(time).admin().post(path(), AT_ONCE), ProblemType.NOT_FOUND);
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        refused(
                reseller.resellerAdmin().post("/v1/accounts/" + customer.id() + "/policy/rehearsals", AT_ONCE),
                ProblemType.NOT_FOUND);
        refused(
                RestAssured.given()
                        .auth()
                        .oauth2(Bearer.support())
                        .contentType("application/json")
                        .body(AT_ONCE)
                        .post(path())
                        .then(),
                ProblemType.FORBIDDEN);
        provision(ada, Map.of("email", ada.email(), "roles", List.of("admin"), "active", false));
        refused(ada.post(path(), AT_ONCE), ProblemType.USER_INACTIVE);
    }

    @Test
    void whatCannotBeAPolicyIsRefused() {
        refused(ada.post(path(), Map.of("totpDigits", 7)), ProblemType.INVALID_REQUEST);
        refused(ada.post(path(), Map.of("maxAuthenticators", 0)), ProblemType.INVALID_REQUEST);
    }

    private static void trusts(Member member) {
        Enrolled enrolled = member.enrolled();
        member.verifiedByService(Map.of("code", enrolled.app().freshCode(), "trustDevice", Map.of()))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse rehearse(Map<String, ?> policy) {
        return call(policy, "");
    }

    private ValidatableResponse call(Map<String, ?> policy, String query) {
        return ada.post(path() + query, policy).statusCode(200);
    }

    private void put(Map<String, ?> policy) {
        ada.call()
                .body(policy)
                .put("/v1/accounts/" + tenant.id() + "/policy")
                .then()
                .statusCode(200);
    }

    private String policy() {
        return ada.get("/v1/accounts/" + tenant.id() + "/policy").extract().asString();
    }

    private void provision(Member member, Map<String, ?> details) {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType("application/json")
                .body(details)
                .put("/v1/accounts/" + tenant.id() + "/users/" + member.id())
                .then()
                .statusCode(200);
    }

    private String path() {
        return "/v1/accounts/" + tenant.id() + "/policy/rehearsals";
    }
}

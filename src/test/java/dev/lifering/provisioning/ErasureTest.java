package dev.lifering.provisioning;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X6: deleting a user erases his secrets and e-mail from the database; the audit keeps a pseudonym. */
@QuarkusTest
class ErasureTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Test
    void x6_noTableHoldsAnythingOfTheUserAnyMore() {
        Enrolled ada = richInRows(Tenant.direct(time));
        Member member = ada.member();
        String email = member.id() + "@" + member.tenant().id() + ".example";
        UUID pseudonym = trail.pseudonym(member);
        Set<String> before = database.tablesWith(member.id());
        assertTrue(
                before.containsAll(Set.of(
                        "account_user",
                        "second_factor",
                        "authenticator",
                        "enrolment",
                        "backup_code_set",
                        "recovery_session")),
                before::toString);
        erase(member).statusCode(204);
        assertEquals(Set.of(), database.tablesWith(member.id()));
        assertEquals(Set.of(), database.tablesWith(email));
        assertEquals(Set.of("audit_event"), database.tablesWith(pseudonym.toString()));
        assertEquals(Set.of(), database.tablesWith(ada.setId()), "the sets and their codes");
    }

    @Test
    void x6_theTrailShowsAPseudonymInPlaceOfTheUser() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        UUID pseudonym = trail.pseudonym(ada.member());
        erase(ada.member()).statusCode(204);
        Member admin = tenant.admin();
        String erased = "erased:" + pseudonym;
        admin.get("/v1/accounts/" + tenant.id() + "/audit-events?limit=200")
                .statusCode(200)
                .body("items.findAll { it.type == 'user.erased' }.subject", is(List.of(erased)))
                .body("items.findAll { it.type == 'second_factor.enabled' }.subject", is(List.of(erased)))
                .body("items.findAll { it.type == 'second_factor.enabled' }.actor", is(List.of(erased)));
    }

    @Test
    void x6_erasingIsIdempotentAndRecordedOnce() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        assertEquals(List.of("user.erased"), trail.told(tenant, () -> erase(ada).statusCode(204)));
        assertEquals(List.of(), trail.told(tenant, () -> erase(ada).statusCode(204)));
    }

    @Test
    void x6_whoeverComesBackIsSomebodyNew() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        UUID pseudonym = trail.pseudonym(ada.member());
        erase(ada.member()).statusCode(204);
        refused(ada.member().verify(ada.code(0)), 404, "not-found");
        assertEquals("not_enrolled", ada.member().status());
        assertNotEquals(pseudonym, trail.pseudonym(ada.member()));
        ada.member().get("/v1/me/audit-events").body("items.size()", is(1));
    }

    @Test
    void x6_anAdministratorWhoActedBeforeHeWasKnownIsErasedAsWell() {
        Tenant tenant = Tenant.direct(time);
        String id = "u-" + UUID.randomUUID();
        String token = Bearer.of(id, "user", "admin").account(tenant.id()).token();
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("maxAuthenticators", 1))
                .put("/v1/accounts/" + tenant.id() + "/policy")
                .then()
                .statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/me/second-factor")
                .then()
                .statusCode(200);
        delete("/v1/accounts/" + tenant.id() + "/users/" + id).statusCode(204);
        assertEquals(Set.of(), database.tablesWith(id));
    }

    @Test
    void x6_erasingAnAccountErasesItsUsersAndItsPolicy() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 1));
        Enrolled ada = tenant.user().enrolled();
        Member bob = tenant.user();
        List<String> told =
                trail.told(tenant, () -> delete("/v1/accounts/" + tenant.id()).statusCode(204));
        // The two users, and the administrator who set the policy.
        assertEquals(List.of("user.erased", "user.erased", "user.erased", "account.erased"), told);
        for (String gone : List.of(ada.member().id(), bob.id(), ada.authenticatorId(), ada.setId())) {
            Set<String> tables = database.tablesWith(gone);
            tables.remove("audit_event");
            assertEquals(Set.of(), tables);
        }
        assertEquals(Set.of("audit_event"), database.tablesWith(tenant.id()));
        assertEquals(
                List.of(),
                trail.told(tenant, () -> delete("/v1/accounts/" + tenant.id()).statusCode(204)));
        refused(bob.get("/v1/me/second-factor"), 404, "account-unknown");
    }

    @Test
    void x6_aResellerIsErasedAfterItsCustomers() {
        Tenant reseller = Tenant.reseller(time);
        Member rita = reseller.resellerAdmin();
        Tenant customer = Tenant.customerOf(reseller);
        refused(delete("/v1/accounts/" + reseller.id()), 409, "account-has-customers");
        assertEquals("not_enrolled", rita.status());
        delete("/v1/accounts/" + customer.id()).statusCode(204);
        delete("/v1/accounts/" + reseller.id()).statusCode(204);
        refused(rita.get("/v1/me/second-factor"), 404, "account-unknown");
    }

    @Test
    void x6_noAddressOfAUserComesDownToThatOfHisAccount() {
        Member ada = Tenant.direct(time).user();
        String account = "/v1/accounts/" + ada.tenant().id();
        try (var sender = new Stampede(1)) {
            for (String userId : List.of("", ".", "..", "%2e%2e", ".%2E", "x/../..", "x/%2e%2e/..")) {
                var call = new Stampede.Call("DELETE", Bearer.service(), account + "/users/" + userId, "");
                Stampede.Answer answer = sender.answersTo(List.of(call)).get(0);
                assertEquals(404, answer.status(), userId + ": " + answer);
            }
            var slash = new Stampede.Call("DELETE", Bearer.service(), account + "/", "");
            assertEquals(404, sender.answersTo(List.of(slash)).get(0).status());
        }
        assertEquals("not_enrolled", ada.status());
    }

    /** Somebody with a row in every table that has rows of users. */
    private static Enrolled richInRows(Tenant tenant) {
        tenant.policy(Map.of("backupCodes", 8));
        Enrolled ada = tenant.user().enrolled();
        ada.codes().forEach(code -> ada.member().verify(code).statusCode(200));
        ada.member().startEnrolment(Map.of("code", ada.app().freshCode())).statusCode(201);
        ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.app().freshCode()))
                .statusCode(201);
        return ada;
    }

    private static ValidatableResponse erase(Member member) {
        return delete("/v1/accounts/" + member.tenant().id() + "/users/" + member.id());
    }

    private static ValidatableResponse delete(String path) {
        return RestAssured.given().auth().oauth2(Bearer.service()).delete(path).then();
    }
}

package dev.lifering.access;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X3: what is not yours is answered like what does not exist. */
@QuarkusTest
class ForeignThingsTest {
    private static final String UNKNOWN = "t-nobody-has-this-id";

    @Inject
    MovableTime time;

    @Test
    void x3_anotherAccountsPolicyAndTrailAreNotFoundKnownOrUnknownAlike() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Tenant other = Tenant.direct(time);
        Map<String, Member> askers = Map.of(
                "an administrator", Tenant.direct(time).admin(),
                "a customer's administrator, about another account", customer.admin(),
                "a reseller, about an unrelated account", reseller.resellerAdmin());
        askers.values().forEach(asker -> {
            for (String thing : new String[] {"/policy", "/audit-events"}) {
                String path = "/v1/accounts/%s" + thing;
                assertAlike(asker.get(path.formatted(other.id())), asker.get(path.formatted(UNKNOWN)));
            }
            assertAlike(putPolicy(asker, other.id()), putPolicy(asker, UNKNOWN));
        });
    }

    @Test
    void x3_aResellersAndItsCustomersTrailsAreNotMixed() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member rita = reseller.resellerAdmin();
        assertAlike(
                rita.get("/v1/accounts/" + customer.id() + "/audit-events"),
                rita.get("/v1/accounts/" + UNKNOWN + "/audit-events"));
        assertAlike(putPolicy(rita, customer.id()), putPolicy(rita, UNKNOWN));
        rita.get("/v1/accounts/" + reseller.id() + "/audit-events").statusCode(200);
        Member carl = customer.admin();
        assertAlike(
                carl.get("/v1/accounts/" + reseller.id() + "/audit-events"),
                carl.get("/v1/accounts/" + UNKNOWN + "/audit-events"));
    }

    @Test
    void x3_supportAndServicesLearnThatAnAccountIsNotThere() {
        refused(
                RestAssured.given()
                        .auth()
                        .oauth2(Bearer.support())
                        .get("/v1/accounts/" + UNKNOWN + "/policy")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void x3_enrolmentsOfOthersAreLikeUnknownOnes() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member bob = tenant.user();
        String id = ada.startEnrolment(Map.of()).extract().path("id");
        String unknown = UUID.randomUUID().toString();
        assertAlike(bob.confirm(id, "123456"), bob.confirm(unknown, "123456"));
        assertAlike(
                bob.call().delete("/v1/me/enrolments/" + id).then(),
                bob.call().delete("/v1/me/enrolments/" + unknown).then());
        refused(bob.confirm("no-uuid", "123456"), 404, "not-found");
        ada.call().delete("/v1/me/enrolments/" + id).then().statusCode(204);
    }

    @Test
    void x3_authenticatorsAndCodeSetsOfOthersAreLikeUnknownOnes() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().confirmed();
        Enrolled bob = tenant.user().enrolled();
        String unknown = UUID.randomUUID().toString();
        assertAlike(bob.member().acknowledge(ada.setId()), bob.member().acknowledge(unknown));
        ada.member().acknowledge(ada.setId()).statusCode(200);
        assertAlike(bob.member().acknowledge(ada.setId()), bob.member().acknowledge(unknown));
        assertAlike(
                bob.member().remove(ada.authenticatorId(), bob.code(0)),
                bob.member().remove(unknown, bob.code(0)));
        assertAlike(rename(bob, ada.authenticatorId()), rename(bob, unknown));
        bob.member().verify(bob.code(0)).statusCode(200).body("backupCodesRemaining", is(9));
        assertEquals("enabled", ada.member().status());
    }

    private static ValidatableResponse rename(Enrolled who, String id) {
        return who.member()
                .call()
                .body(Map.of("label", "Mine", "code", who.code(0)))
                .patch("/v1/me/authenticators/" + id)
                .then();
    }

    private static ValidatableResponse putPolicy(Member member, String account) {
        return RestAssured.given()
                .auth()
                .oauth2(member.token())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("/v1/accounts/" + account + "/policy")
                .then();
    }

    /** Everything but the request's own id is the same. */
    private static void assertAlike(ValidatableResponse known, ValidatableResponse unknown) {
        assertEquals(members(refused(unknown, 404, "not-found")), members(refused(known, 404, "not-found")));
    }

    private static Map<String, Object> members(ValidatableResponse answer) {
        Map<String, Object> members = answer.extract().jsonPath().getMap("");
        members.remove("requestId");
        return members;
    }
}

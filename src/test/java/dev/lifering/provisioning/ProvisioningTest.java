package dev.lifering.provisioning;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The directory is what the platform's services say, however often they say it. */
@QuarkusTest
class ProvisioningTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@|-";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void anAccountIsMadeOnceAndThenKept() {
        String id = fresh("t-");
        Map<String, String> body = Map.of("name", "Acme", "kind", "direct");
        putAccount(id, body)
                .statusCode(201)
                .body("id", is(id))
                .body("name", is("Acme"))
                .body("kind", is("direct"));
        putAccount(id, body).statusCode(200).body("id", is(id)).body("resellerId", is(nullValue()));
        putAccount(id, Map.of("name", "Acme Inc.", "kind", "reseller"))
                .statusCode(200)
                .body("kind", is("reseller"));
        var left = trail.of(id);
        assertEquals(
                List.of("account.provisioned", "account.provisioned", "account.provisioned"),
                left.stream().map(AuditTable.Event::told).toList());
        assertEquals("login-service", left.get(0).actor());
    }

    @Test
    void exactlyACustomerHasAReseller() {
        String reseller = Tenant.reseller(time).id();
        refused(putAccount(fresh("t-"), Map.of("name", "A", "kind", "customer")), 400, "invalid-request");
        for (String kind : List.of("direct", "reseller")) {
            refused(
                    putAccount(fresh("t-"), Map.of("name", "A", "kind", kind, "resellerId", reseller)),
                    400,
                    "invalid-request");
        }
        putAccount(fresh("t-"), customerOf(reseller)).statusCode(201).body("resellerId", is(reseller));
    }

    @Test
    void aResellerMustBeThereAndBeOne() {
        String direct = Tenant.direct(time).id();
        String customer = Tenant.customerOf(Tenant.reseller(time)).id();
        for (String notOne : List.of("t-nobody-has-this-id", direct, customer)) {
            refused(putAccount(fresh("t-"), customerOf(notOne)), 409, "reseller-unknown");
        }
    }

    @Test
    void noAccountIsItsOwnReseller() {
        Tenant reseller = Tenant.reseller(time);
        refused(putAccount(reseller.id(), customerOf(reseller.id())), 409, "reseller-unknown");
        String fresh = fresh("t-");
        refused(putAccount(fresh, customerOf(fresh)), 409, "reseller-unknown");
        delete("/v1/accounts/" + reseller.id()).statusCode(204);
    }

    @Test
    void aResellerWithCustomersStaysOne() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        refused(putAccount(reseller.id(), Map.of("name", "A", "kind", "direct")), 409, "account-has-customers");
        putAccount(reseller.id(), Map.of("name", "Renamed", "kind", "reseller")).statusCode(200);
        delete("/v1/accounts/" + customer.id()).statusCode(204);
        putAccount(reseller.id(), Map.of("name", "A", "kind", "direct")).statusCode(200);
    }

    @Test
    void aUserIsMadeOnceAndThenKeptWithHisSecondFactor() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Tenant tenant = ada.member().tenant();
        var said = Map.of(
                "email",
                "ada@acme.example",
                "displayName",
                "Ada 🛟",
                "locale",
                "pt_BR",
                "roles",
                List.of("admin"),
                "active",
                true,
                "secondFactorManagedElsewhere",
                false);
        for (int i = 0; i < 2; i++) {
            putUser(tenant.id(), ada.member().id(), said)
                    .statusCode(200)
                    .body("id", is(ada.member().id()))
                    .body("accountId", is(tenant.id()))
                    .body("email", is("ada@acme.example"))
                    .body("displayName", is("Ada 🛟"))
                    .body("locale", is("pt-BR"))
                    .body("roles", is(List.of("admin")))
                    .body("active", is(true))
                    .body("secondFactorManagedElsewhere", is(false));
        }
        putUser(tenant.id(), ada.member().id(), Map.of("email", "ada@acme.example"))
                .statusCode(200)
                .body("displayName", is(nullValue()))
                .body("roles", is(List.of()))
                .body("active", is(true));
        assertEquals("enabled", ada.member().status());
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    @Test
    void idsMayHaveAllOfTheirAlphabetAnd255Characters() {
        String account = ALPHABET + fresh("-");
        String longest = (fresh("") + "x".repeat(255)).substring(0, 255);
        putAccount(account, Map.of("name", "A", "kind", "direct"))
                .statusCode(201)
                .body("id", is(account));
        putAccount(longest, Map.of("name", "A", "kind", "direct")).statusCode(201);
        putUser(account, longest, Map.of("email", "a@b")).statusCode(201).body("id", is(longest));
        putUser(longest, account, Map.of("email", "a@b")).statusCode(201).body("id", is(account));
        RestAssured.given()
                .auth()
                .oauth2(Bearer.of(longest, "user").account(account).token())
                .get("/v1/me/second-factor")
                .then()
                .statusCode(200);
        refused(putAccount(longest + "x", Map.of("name", "A", "kind", "direct")), 400, "invalid-request");
        for (String illegal :
                List.of("a b", "ä", "a+b", "a~b", "a*b", "a,b", "a=b", "a%00b", "a%0Ab", "a%2Fb", "%F0%9F%9B%9F")) {
            refused(putAccount(illegal, Map.of("name", "A", "kind", "direct")), 400, "invalid-request");
            refused(putUser(account, illegal, Map.of("email", "a@b")), 400, "invalid-request");
        }
    }

    @Test
    void aUserHasOneHome() {
        Member ada = Tenant.direct(time).user();
        Tenant other = Tenant.direct(time);
        assertEquals(
                List.of(),
                trail.told(
                        other,
                        () -> refused(
                                putUser(other.id(), ada.id(), Map.of("email", "a@b")), 409, "already-elsewhere")));
        delete("/v1/accounts/" + other.id() + "/users/" + ada.id()).statusCode(204);
        assertEquals("not_enrolled", ada.status());
        refused(putUser("t-nobody-has-this-id", fresh("u-"), Map.of("email", "a@b")), 404, "account-unknown");
    }

    @Test
    void violationsNameTheFieldAndItsRule() {
        String tenant = Tenant.direct(time).id();
        refused(putUser(tenant, fresh("u-"), Map.of("displayName", "Ada")), 400, "invalid-request")
                .body("violations.field", hasItem("email"));
        for (String address : List.of("ada", "@acme", "ada@", "ada@acme @b", "a@b@c", "<ada@acme.example>")) {
            refused(putUser(tenant, fresh("u-"), Map.of("email", address)), 400, "invalid-request")
                    .body("violations.field", is(List.of("email")));
        }
        refused(
                        putUser(tenant, fresh("u-"), Map.of("email", "a@b", "locale", "english please")),
                        400,
                        "invalid-request")
                .body("violations.field", is(List.of("locale")));
        refused(
                putUser(tenant, fresh("u-"), Map.of("email", "a@b", "roles", List.of("user"))),
                400,
                "malformed-request");
    }

    @Test
    void whoeverHasHisSecondFactorElsewhereDoesNotEnrolHere() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("secondFactorMandatory", true));
        Member ada = tenant.user();
        ada.get("/v1/me/second-factor").body("enrolmentRequired", is(true));
        putUser(tenant.id(), ada.id(), Map.of("email", "a@b", "secondFactorManagedElsewhere", true))
                .statusCode(200);
        refused(ada.startEnrolment(Map.of()), 409, "managed-by-sso");
        ada.get("/v1/me/second-factor").body("enrolmentRequired", is(false));
    }

    private static String fresh(String prefix) {
        return prefix + UUID.randomUUID();
    }

    private static Map<String, String> customerOf(String reseller) {
        var body = new LinkedHashMap<String, String>();
        body.put("name", "A");
        body.put("kind", "customer");
        body.put("resellerId", reseller);
        return body;
    }

    private static ValidatableResponse putAccount(String id, Map<String, ?> body) {
        return put("/v1/accounts/" + id, body);
    }

    private static ValidatableResponse putUser(String account, String id, Map<String, ?> body) {
        return put("/v1/accounts/" + account + "/users/" + id, body);
    }

    private static ValidatableResponse put(String path, Map<String, ?> body) {
        String encoded = path.replace(" ", "%20").replace("|", "%7C").replace("ä", "%C3%A4");
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put(encoded)
                .then();
    }

    private static ValidatableResponse delete(String path) {
        return RestAssured.given().auth().oauth2(Bearer.service()).delete(path).then();
    }
}

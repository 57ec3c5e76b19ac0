package dev.lifering.arrival;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first call of somebody who was not provisioned creates him from the claims of his token. */
@QuarkusTest
class ArrivalTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Test
    void theFirstCallCreatesTheUserFromTheClaims() {
        Tenant tenant = Tenant.direct(time);
        Bearer token = newcomer("user", "admin")
                .account(tenant.id())
                .email("ada@acme.example")
                .claim("name", "Ada")
                .claim("locale", "de-CH");
        var left = trail.leftBy(tenant, () -> {
            look(token).statusCode(200).body("status", is("not_enrolled"));
            look(token).statusCode(200);
        });
        assertEquals(
                List.of("user.provisioned"),
                left.stream().map(AuditTable.Event::told).toList());
        Map<String, Object> user = user(tenant);
        assertEquals("ada@acme.example", user.get("email"));
        assertEquals("Ada", user.get("display_name"));
        assertEquals("de-CH", user.get("locale"));
        assertEquals(true, user.get("admin"));
        assertEquals(true, user.get("active"));
        assertEquals(user.get("pseudonym"), left.get(0).subject());
        assertEquals(user.get("pseudonym").toString(), left.get(0).actor());
        assertEquals("USER", left.get(0).actorKind());
    }

    @Test
    void claimsThatCannotBeKeptAreLeftOut() {
        Tenant tenant = Tenant.direct(time);
        look(newcomer("user")
                        .account(tenant.id())
                        .email("not an address")
                        .claim("name", "A\u0000da")
                        .claim("locale", Map.of("language", "de")))
                .statusCode(200);
        Map<String, Object> user = user(tenant);
        assertNull(user.get("email"));
        assertNull(user.get("display_name"));
        assertNull(user.get("locale"));
        assertEquals(false, user.get("admin"));
    }

    @Test
    void laterTokensDoNotChangeWhatTheDirectoryKnows() {
        Member ada = Tenant.direct(time).user();
        look(Bearer.of(ada.id(), "user", "admin").account(ada.tenant().id()).email("other@acme.example"))
                .statusCode(200);
        Map<String, Object> user = user(ada.tenant());
        assertEquals(false, user.get("admin"));
        assertEquals(ada.id() + "@" + ada.tenant().id() + ".example", user.get("email"));
    }

    @Test
    void anAccountThatIsNotKnownCannotBeArrivedAt() {
        refused(look(newcomer("user").account("t-nobody-has-this-id")), 404, "account-unknown");
    }

    @Test
    void aTokenMustNameTheAccount() {
        for (Object claim : List.of("", " ", "a b", "t\u0000", 4711, List.of("acme"), "x".repeat(256))) {
            refused(look(newcomer("user").claim("account_id", claim)), 403, "account-claim-missing");
        }
        refused(look(newcomer("user")), 403, "account-claim-missing");
    }

    @Test
    void supportNeedsNoAccountButAHomeToEnrol() {
        refused(look(newcomer("support")), 404, "account-unknown");
        Tenant tenant = Tenant.direct(time);
        look(newcomer("support").account(tenant.id())).statusCode(200);
    }

    @Test
    void aResellersTokenThatWasSwitchedToACustomerCreatesNobodyThere() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        for (String spelling : List.of("reseller", "Reseller", "RESELLER ")) {
            for (Tenant notHis : List.of(customer, Tenant.direct(time))) {
                refused(look(newcomer("user", "admin", spelling).account(notHis.id())), 409, "user-not-provisioned");
                assertEquals(0L, database.count("select count(*) from account_user where account_id = ?", notHis.id()));
                assertEquals(1, trail.of(notHis).size());
            }
        }
        look(newcomer("user", "admin", "reseller").account(reseller.id())).statusCode(200);
    }

    @Test
    void aResellersTokenThatWasSwitchedToACustomerDoesNotChangeThePolicyThere() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        for (String spelling : List.of("reseller", "Reseller", "RESELLER ")) {
            String token =
                    newcomer("user", "admin", spelling).account(customer.id()).token();
            refused(putPolicy(token, customer), 404, "not-found");
            refused(
                    RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .get("/v1/accounts/" + customer.id() + "/audit-events")
                            .then(),
                    404,
                    "not-found");
        }
        Member rita = reseller.resellerAdmin();
        String withoutTheRole =
                Bearer.of(rita.id(), "user", "admin").account(customer.id()).token();
        refused(putPolicy(withoutTheRole, customer), 403, "forbidden");
        assertEquals(0L, database.count("select count(*) from account_policy where account_id = ?", customer.id()));
        putPolicy(rita.token(), reseller).statusCode(200);
        putPolicy(customer.admin().token(), customer).statusCode(200);
    }

    @Test
    void anAdministratorWhoWasSwitchedOffDoesNotChangeThePolicy() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        putPolicy(ada.token(), tenant).statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of("email", "ada@acme.example", "roles", List.of("admin"), "active", false))
                .put("/v1/accounts/" + tenant.id() + "/users/" + ada.id())
                .then()
                .statusCode(200);
        refused(putPolicy(ada.token(), tenant), 409, "user-inactive");
    }

    private static ValidatableResponse putPolicy(String token, Tenant tenant) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("secondFactorMandatory", true))
                .put("/v1/accounts/" + tenant.id() + "/policy")
                .then();
    }

    private static Bearer newcomer(String... roles) {
        return Bearer.of("u-" + UUID.randomUUID(), roles);
    }

    private static ValidatableResponse look(Bearer token) {
        return RestAssured.given()
                .auth()
                .oauth2(token.token())
                .get("/v1/me/second-factor")
                .then();
    }

    private Map<String, Object> user(Tenant tenant) {
        return database.row("select * from account_user where account_id = ?", tenant.id());
    }
}

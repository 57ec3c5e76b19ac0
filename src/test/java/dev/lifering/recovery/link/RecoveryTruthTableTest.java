package dev.lifering.recovery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The truth table of design section 3 with real tokens: who may send whom a recovery link. */
@QuarkusTest
class RecoveryTruthTableTest {
    private static final String UNKNOWN = "t-nobody-has-this-id";

    @Inject
    MovableTime time;

    private Tenant direct;
    private Tenant reseller;
    private Tenant customer;
    private Member target;
    private Member resellersUser;
    private Member customersUser;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void platform() {
        direct = Tenant.direct(time);
        reseller = Tenant.reseller(time);
        customer = Tenant.customerOf(reseller);
        target = direct.user();
        target.enrolled();
        resellersUser = reseller.user();
        resellersUser.enrolled();
        customersUser = customer.user();
        customersUser.enrolled();
    }

    @Test
    void r1_anAdministratorRecoversOtherUsersOfHisOwnAccountOnly() {
        Member admin = direct.admin();
        admin.enrolled();
        expect("an administrator, another user of his account", admin.token(), target, "202");
        expect("an administrator, himself", admin.token(), admin, "cannot-recover-yourself");
        expect(
                "an administrator of another account",
                Tenant.direct(time).admin().token(),
                target,
                "not-found");
        expect("an administrator, nobody", admin.token(), direct.id(), UNKNOWN, "not-found");
        expect(
                "an administrator, a user in another's account",
                admin.token(),
                direct.id(),
                customersUser.id(),
                "not-found");
        expect("an administrator, an unknown account", admin.token(), UNKNOWN, target.id(), "not-found");
        assertEquals(List.of(), wrong);
    }

    @Test
    void r1_usersServicesAndSupportSendNothing() {
        expect("a user", direct.user().token(), target, "forbidden");
        expect("the user himself", target.token(), target, "forbidden");
        expect("a service", Bearer.service(), target, "forbidden");
        expect("support", Bearer.support(), target, "forbidden");
        assertEquals(List.of(), wrong);
    }

    @Test
    void r2_resellersCannotResetTheSecondFactorOfTheirCustomers() {
        var refused = new LinkedHashMap<String, Bearer>();
        for (String[] roles : new String[][] {
            {"user", "admin", "reseller"},
            {"reseller"},
            {"reseller", "support"},
            {"reseller", "service"},
            {"admin", "reseller", "support", "service"},
            {"admin", "Reseller"},
            {"admin", "RESELLER "},
            {"user", "ｒｅｓｅｌｌｅｒ"}
        }) {
            refused.put(
                    "own account, " + List.of(roles), Bearer.of(nobody(), roles).account(reseller.id()));
            refused.put(
                    "switched, " + List.of(roles), Bearer.of(nobody(), roles).account(customer.id()));
        }
        Member rita = reseller.resellerAdmin();
        refused.put(
                "known as the reseller's, without the role",
                Bearer.of(rita.id(), "admin").account(customer.id()));
        refused.forEach((who, token) -> expect(who, token.token(), customersUser, "reseller-cannot-reset"));
        expect("a customer's administrator", customer.admin().token(), customersUser, "202");
        assertEquals(List.of(), wrong);
    }

    @Test
    void r2_theRefusalTellsAResellerToContactSupport() {
        String detail = post(reseller.resellerAdmin().token(), customer.id(), customersUser.id())
                .then()
                .statusCode(403)
                .extract()
                .path("detail");
        assertEquals(true, detail.contains("contact Support"), detail);
    }

    @Test
    void r2_aResellersAdministratorRecoversUsersOfTheResellersOwnAccount() {
        Member rita = reseller.resellerAdmin();
        expect("admin and reseller", rita.token(), resellersUser, "202");
        expect("admin and reseller, himself", rita.token(), rita, "cannot-recover-yourself");
        expect(
                "reseller without admin",
                Bearer.of(nobody(), "user", "reseller").account(reseller.id()).token(),
                resellersUser,
                "forbidden");
        assertEquals(List.of(), wrong);
    }

    @Test
    void x3_unrelatedAccountsAreNotFoundForAResellerKnownOrUnknownAlike() {
        Member rita = reseller.resellerAdmin();
        Tenant foreign = Tenant.customerOf(Tenant.reseller(time));
        Member stranger = foreign.user();
        stranger.enrolled();
        for (String user : List.of(stranger.id(), UNKNOWN)) {
            expect("a foreign customer", rita.token(), foreign.id(), user, "not-found");
            expect("a direct account", rita.token(), direct.id(), user, "not-found");
            expect("an unknown account", rita.token(), UNKNOWN, user, "not-found");
        }
        expect("a customer's unknown user", rita.token(), customer.id(), UNKNOWN, "reseller-cannot-reset");
        assertEquals(List.of(), wrong);
    }

    @Test
    void r1_onlyASecondFactorThatIsInUseIsRecovered() {
        String admin = direct.admin().token();
        expect("not enrolled", admin, direct.user(), "not-enrolled");
        expect("inactive", admin, changed(Map.of("active", false)), "user-inactive");
        expect("managed elsewhere", admin, changed(Map.of("secondFactorManagedElsewhere", true)), "managed-by-sso");
        assertEquals(List.of(), wrong);
    }

    /** An enrolled user of whom the platform says something new. */
    private Member changed(Map<String, Object> change) {
        Member member = direct.user();
        member.enrolled();
        var details = new LinkedHashMap<String, Object>(Map.of("email", "somebody@acme.example"));
        details.putAll(change);
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(details)
                .put("/v1/accounts/" + direct.id() + "/users/" + member.id())
                .then()
                .statusCode(200);
        return member;
    }

    private void expect(String who, String token, Member whom, String answer) {
        expect(who, token, whom.tenant().id(), whom.id(), answer);
    }

    private void expect(String who, String token, String account, String user, String answer) {
        Response response = post(token, account, user);
        String type = response.statusCode() == 202 ? "202" : response.path("type");
        String answered = type.replace("urn:lifering:problem:", "");
        if (!answered.equals(answer)) {
            wrong.add(who + ": " + answered + " in place of " + answer);
        }
    }

    private static Response post(String token, String account, String user) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "lost phone"))
                .post("/v1/accounts/" + account + "/users/" + user + "/recovery-links");
    }

    private static String nobody() {
        return "u-" + UUID.randomUUID();
    }
}

package dev.lifering.users;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of the users of an account, and to whom (design section 3). */
@QuarkusTest
class UserListingTest {
    @Inject
    MovableTime time;

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
    void section4_aUserWhoseSecondFactorWasNeverTouchedIsNotEnrolled() {
        Map<String, Object> shown = one(ada, linus).statusCode(200).extract().path("");
        assertEquals(
                Map.ofEntries(
                        Map.entry("id", linus.id()),
                        Map.entry("email", linus.email()),
                        Map.entry("displayName", "Somebody"),
                        Map.entry("admin", false),
                        Map.entry("active", true),
                        Map.entry("status", "not_enrolled"),
                        Map.entry("authenticators", 0),
                        Map.entry("backupCodesRemaining", 0),
                        Map.entry("blocked", false),
                        Map.entry("recovery", Map.of("allowed", false, "reason", "not-enrolled"))),
                shown);
    }

    @Test
    void section4_theListShowsWhatUsersHave() {
        Enrolled phone = linus.enrolled();
        linus.verify(phone.code(0)).statusCode(200);
        one(ada, linus)
                .body("status", is("enabled"))
                .body("authenticators", is(1))
                .body("backupCodesRemaining", is(9))
                .body("lastVerifiedAt", is(notNullValue()))
                .body("recovery", is(Map.of("allowed", true)));
        linus.remove(phone.authenticatorId(), phone.code(1)).statusCode(204);
        one(ada, linus)
                .body("status", is("backup_codes_only"))
                .body("authenticators", is(0))
                .body("backupCodesRemaining", is(8));
        Map<String, Object> alone = one(ada, linus).extract().path("");
        list(ada).body("items", hasSize(2)).body("items.find { it.id == '" + linus.id() + "' }", is(alone));
    }

    @Test
    void section4_aLockIsShownWhileItLasts() {
        Enrolled phone = linus.enrolled();
        for (int i = 0; i < 5; i++) {
            refused(linus.verify(phone.app().wrongCode()), ProblemType.CODE_REJECTED);
        }
        one(ada, linus).body("lockedUntil", is(notNullValue())).body("blocked", is(false));
        time.advance(Duration.ofSeconds(30));
        one(ada, linus).body("lockedUntil", is(nullValue())).body("blocked", is(false));
    }

    @Test
    void r9_theLiveLinkIsShownAndNoOther() {
        linus.enrolled();
        one(ada, linus).body("openLink", is(nullValue()));
        String path = path(linus) + "/recovery-links";
        String link = ada.post(path, Map.of()).statusCode(202).extract().path("id");
        Map<String, String> open = one(ada, linus).extract().path("openLink");
        assertEquals(Set.of("id", "state", "expiresAt"), open.keySet());
        assertEquals(link, open.get("id"));
        assertEquals(true, Set.of("queued", "sent").contains(open.get("state")), open.toString());
        ada.call().delete(path + "/" + link).then().statusCode(204);
        one(ada, linus).body("openLink", is(nullValue()));
    }

    @Test
    void section3_aResellerSeesHisOwnUsersAndThoseOfHisCustomers() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member rita = reseller.resellerAdmin();
        Member eve = customer.user();
        eve.enrolled();
        list(rita).body("items.id", contains(rita.id()));
        rita.get(users(customer))
                .statusCode(200)
                .body("items.id", contains(eve.id()))
                .body("items.recovery", contains(Map.of("allowed", false, "reason", "reseller-cannot-reset")));
        one(rita, eve).statusCode(200).body("id", is(eve.id()));
    }

    @Test
    void section3_supportAndServicesSeeEveryAccountButMaySendNothing() {
        linus.enrolled();
        for (String token : List.of(Bearer.support(), Bearer.service())) {
            with(token, users(tenant)).statusCode(200).body("items", hasSize(2));
            with(token, path(linus)).body("recovery", is(Map.of("allowed", false, "reason", "forbidden")));
            refused(with(token, "/v1/accounts/t-nobody-has-this-id/users"), ProblemType.NOT_FOUND);
        }
    }

    @Test
    void section3_usersSeeNobody() {
        refused(linus.get(users(tenant)), ProblemType.FORBIDDEN);
        refused(one(linus, linus), ProblemType.FORBIDDEN);
    }

    @Test
    void x3_usersOfOtherAccountsAreLikeUnknownOnes() {
        Member stranger = Tenant.direct(time).user();
        Member outsider = Tenant.direct(time).admin();
        refused(ada.get(users(tenant) + "/" + stranger.id()), ProblemType.NOT_FOUND);
        refused(ada.get(users(tenant) + "/u-nobody-has-this-id"), ProblemType.NOT_FOUND);
        refused(one(ada, stranger), ProblemType.NOT_FOUND);
        refused(outsider.get(users(tenant)), ProblemType.NOT_FOUND);
        refused(one(outsider, linus), ProblemType.NOT_FOUND);
    }

    @Test
    void section4_provisioningAtTheSameAddressStaysForServices() {
        refused(ada.call().body(Map.of()).put(path(linus)).then(), ProblemType.FORBIDDEN);
        refused(ada.call().delete(path(linus)).then(), ProblemType.FORBIDDEN);
    }

    private ValidatableResponse list(Member by) {
        return by.get(users(by.tenant())).statusCode(200);
    }

    private static ValidatableResponse one(Member by, Member user) {
        return by.get(path(user));
    }

    private static ValidatableResponse with(String token, String path) {
        return RestAssured.given().auth().oauth2(token).get(path).then();
    }

    private static String users(Tenant tenant) {
        return "/v1/accounts/" + tenant.id() + "/users";
    }

    private static String path(Member user) {
        return users(user.tenant()) + "/" + user.id();
    }
}

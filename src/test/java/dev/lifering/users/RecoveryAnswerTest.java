package dev.lifering.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a list says of recovering a user is what sending him a link is answered with. */
@QuarkusTest
class RecoveryAnswerTest {
    private static final String ALLOWED = "allowed";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void section3_theListSaysWhatSendingWouldAnswer() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member carl = customer.admin();
        Member rita = reseller.resellerAdmin();
        carl.enrolled();
        var viewers = new LinkedHashMap<String, String>();
        viewers.put("a reseller", rita.token());
        viewers.put("a reseller, switched", token(rita, customer, "user", "admin", "reseller"));
        viewers.put("a reseller, known without the role", token(rita, customer, "user", "admin"));
        viewers.put("support", Bearer.support());
        viewers.put("a service", Bearer.service());
        viewers.put("an administrator", carl.token());
        Map<String, Member> users = users(customer);
        users.put("the administrator himself", carl);
        viewers.forEach((viewer, token) -> users.forEach((state, user) ->
                assertEquals(sent(token, user), listed(token, user), viewer + " about a user who is " + state)));
        assertEquals(ALLOWED, listed(carl.token(), users.get("enrolled")));
    }

    @Test
    void r1_aResellersAdministratorMayRecoverUsersOfTheResellersOwnAccount() {
        Tenant reseller = Tenant.reseller(time);
        Member rita = reseller.resellerAdmin();
        users(reseller)
                .forEach((state, user) -> assertEquals(sent(rita.token(), user), listed(rita.token(), user), state));
    }

    private Map<String, Member> users(Tenant tenant) {
        var users = new LinkedHashMap<String, Member>();
        users.put("not enrolled", tenant.user());
        users.put("inactive", marked(tenant, "active = false"));
        users.put("managed elsewhere", marked(tenant, "second_factor_managed_elsewhere = true"));
        users.put("enrolled", enrolled(tenant::user));
        return users;
    }

    private Member marked(Tenant tenant, String change) {
        Member member = enrolled(tenant::user);
        database.update("update account_user set " + change + " where id = ?", member.id());
        return member;
    }

    private static Member enrolled(Supplier<Member> made) {
        Member member = made.get();
        member.enrolled();
        return member;
    }

    private static String token(Member member, Tenant account, String... roles) {
        return Bearer.of(member.id(), roles).account(account.id()).token();
    }

    private static String sent(String token, Member user) {
        Response answer = RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(path(user) + "/recovery-links");
        return answer.statusCode() == 202
                ? ALLOWED
                : answer.path("type").toString().substring("urn:lifering:problem:".length());
    }

    private static String listed(String token, Member user) {
        Response answer = RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/accounts/" + user.tenant().id() + "/users?limit=100");
        answer.then().statusCode(200);
        List<Map<String, Object>> items = answer.path("items");
        Map<?, ?> recovery = (Map<?, ?>) items.stream()
                .filter(item -> user.id().equals(item.get("id")))
                .findFirst()
                .orElseThrow()
                .get("recovery");
        return Boolean.TRUE.equals(recovery.get("allowed"))
                ? ALLOWED
                : recovery.get("reason").toString();
    }

    private static String path(Member user) {
        return "/v1/accounts/" + user.tenant().id() + "/users/" + user.id();
    }
}

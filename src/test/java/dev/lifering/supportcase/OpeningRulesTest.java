package dev.lifering.supportcase;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuditTable.Event;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules S1 and S3: for whom a support case may be opened, and by whom. */
@QuarkusTest
class OpeningRulesTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    private final Agent agent = Agent.another();
    private Tenant tenant;
    private Member bob;

    @BeforeEach
    void bobIsTheSoleAdministrator() {
        tenant = Tenant.customerOf(Tenant.reseller(time));
        bob = tenant.admin();
        bob.enrolled();
    }

    @Test
    void s1_aSoleAdministratorMayHaveACase() {
        ValidatableResponse opened = agent.open(bob).statusCode(201);
        String id = opened.extract().path("id");
        opened.header("Location", containsString("/v1/support/cases/" + id))
                .body("accountId", is(tenant.id()))
                .body("userId", is(bob.id()))
                .body("state", is("open"))
                .body("reason", is("Lost phone, called in"))
                .body("openedBy", is(agent.id()))
                .body("checks", is(empty()))
                .body("approvedBy", is(nullValue()))
                .body("ending", is(nullValue()));
        agent.get(id).statusCode(200).body("state", is("open"));
    }

    @Test
    void s1_aUserOfAnAccountWithoutAnAbleAdministratorMayHaveACase() {
        Tenant other = Tenant.direct(time);
        other.admin();
        Member linus = other.user();
        linus.enrolled();
        agent.open(linus).statusCode(201);
    }

    @Test
    void s1_anAdministratorWhoIsBlockedIsNotAble() {
        Member grace = tenant.admin();
        grace.enrolled();
        database.update("update second_factor set failed_attempts = 100 where user_id = ?", grace.id());
        agent.open(bob).statusCode(201);
    }

    @Test
    void s1_whereAnotherAdministratorIsAbleTheCaseIsRefusedWithAHintThatNamesNobody() {
        Member grace = tenant.admin();
        grace.enrolled();
        List<Event> left = audit.leftBy(
                tenant,
                () -> refused(agent.open(bob), ProblemType.ADMINISTRATOR_AVAILABLE)
                        .body("detail", containsString("administrator"))
                        .body("detail", not(containsString(grace.id())))
                        .body("detail", not(containsString("Somebody"))));
        assertEquals(
                List.of("support_case.opened REFUSED"),
                left.stream().map(Event::told).toList());
        assertEquals(agent.id(), left.get(0).actor());
        assertEquals("administrator-available", left.get(0).reason());
        Member linus = tenant.user();
        linus.enrolled();
        refused(agent.open(linus), ProblemType.ADMINISTRATOR_AVAILABLE);
    }

    @Test
    void s1_onlyASecondFactorThatIsInUseIsRecovered() {
        refused(agent.open(tenant.user()), ProblemType.NOT_ENROLLED);
        database.update("update account_user set active = false where id = ?", bob.id());
        refused(agent.open(bob), ProblemType.USER_INACTIVE);
        database.update(
                "update account_user set active = true, second_factor_managed_elsewhere = true where id = ?", bob.id());
        refused(agent.open(bob), ProblemType.MANAGED_BY_SSO);
    }

    @Test
    void s1_aUserWithoutAnAddressCouldNotGetTheLink() {
        database.update("update account_user set email = null where id = ?", bob.id());
        refused(agent.open(bob), ProblemType.EMAIL_MISSING);
    }

    @Test
    void s1_unknownUsersAndUsersOfOtherAccountsAreNotFound() {
        String other = Tenant.direct(time).id();
        refused(agent.open(tenant.id(), "u-nobody"), ProblemType.NOT_FOUND);
        refused(agent.open("t-nobody", bob.id()), ProblemType.NOT_FOUND);
        refused(agent.open(other, bob.id()), ProblemType.NOT_FOUND);
        refused(agent.get(UUID.randomUUID().toString()), ProblemType.NOT_FOUND);
        refused(agent.check(UUID.randomUUID().toString(), "callback", true), ProblemType.NOT_FOUND);
        refused(agent.approve(UUID.randomUUID().toString()), ProblemType.NOT_FOUND);
        refused(agent.cancel(UUID.randomUUID().toString()), ProblemType.NOT_FOUND);
    }

    @Test
    void s1_aUserHasOneCaseAtATime() {
        String first = agent.opened(bob);
        refused(Agent.another().open(bob), ProblemType.CASE_ALREADY_OPEN);
        agent.cancel(first).statusCode(200);
        agent.open(bob).statusCode(201);
    }

    @Test
    void s1_nobodyRecoversHimselfThroughSupport() {
        var bobAsAgent = new Agent(bob.id());
        List<Event> left =
                audit.leftBy(tenant, () -> refused(bobAsAgent.open(bob), ProblemType.CANNOT_RECOVER_YOURSELF));
        assertEquals(
                List.of("support_case.opened REFUSED"),
                left.stream().map(Event::told).toList());
        String id = agent.opened(bob);
        refused(bobAsAgent.check(id, "callback", true), ProblemType.CANNOT_RECOVER_YOURSELF);
        refused(bobAsAgent.approve(id), ProblemType.CANNOT_RECOVER_YOURSELF);
        assertEquals("open", agent.state(id));
    }

    @Test
    void s3_aTokenThatReadsResellerCanDoNothingOfIt() {
        String id = agent.openedAndChecked(bob);
        for (String spelling : List.of("reseller", "Reseller", " RESELLER ", "ｒｅｓｅｌｌｅｒ")) {
            for (String account : List.of(tenant.id(), "t-nobody")) {
                String token = Bearer.of("agent-" + UUID.randomUUID(), "support", "admin", "user", "service", spelling)
                        .account(account)
                        .token();
                refused(
                        post(token, "", Map.of("accountId", tenant.id(), "userId", bob.id(), "reason", "x")),
                        ProblemType.FORBIDDEN);
                refused(
                        post(
                                token,
                                "/" + id + "/identity-checks",
                                Map.of("method", "in_person", "evidence", "x", "passed", true)),
                        ProblemType.FORBIDDEN);
                refused(post(token, "/" + id + "/approval", Map.of()), ProblemType.FORBIDDEN);
                refused(post(token, "/" + id + "/cancellation", Map.of()), ProblemType.FORBIDDEN);
                refused(as(token).get(Agent.CASES).then(), ProblemType.FORBIDDEN);
                refused(as(token).get(Agent.CASES + "/" + id).then(), ProblemType.FORBIDDEN);
            }
        }
        agent.get(id).body("state", is("open")).body("checks.size()", is(2));
    }

    @Test
    void s3_whomTheDirectoryKnowsAsTheResellersHasNoHandInACustomersCase() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member carl = customer.admin();
        carl.enrolled();
        var rita = new Agent(reseller.user().id());
        refused(rita.open(carl), ProblemType.RESELLER_CANNOT_RESET);
        String id = agent.openedAndChecked(carl);
        refused(rita.check(id, "in_person", true), ProblemType.RESELLER_CANNOT_RESET);
        List<Event> left = audit.leftBy(customer, () -> refused(rita.approve(id), ProblemType.RESELLER_CANNOT_RESET));
        assertEquals(
                List.of("support_case.approved REFUSED"),
                left.stream().map(Event::told).toList());
        assertEquals("open", agent.state(id));
        rita.open(bob).statusCode(201);
    }

    @Test
    void casesAreListedNewestFirstPageByPageAndByState() {
        String cancelled = agent.opened(bob);
        agent.cancel(cancelled).statusCode(200);
        String open = agent.opened(bob);
        List<String> newest = agent.call()
                .get(Agent.CASES + "?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertEquals(List.of(open, cancelled), newest);
        ValidatableResponse page =
                agent.call().get(Agent.CASES + "?limit=1").then().body("items[0].id", is(open));
        agent.call()
                .get(Agent.CASES + "?limit=1&cursor=" + page.extract().path("nextCursor"))
                .then()
                .body("items.id", is(List.of(cancelled)));
        agent.call().get(Agent.CASES + "?limit=1&state=cancelled").then().body("items.id", is(List.of(cancelled)));
        refused(agent.call().get(Agent.CASES + "?state=Cancelled").then(), ProblemType.INVALID_REQUEST);
        refused(agent.call().get(Agent.CASES + "?cursor=abc").then(), ProblemType.INVALID_REQUEST);
    }

    private static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return as(token).body(body).post(Agent.CASES + path).then();
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}

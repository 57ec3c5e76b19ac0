package dev.lifering.supportcase;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuditTable.Event;
import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule S2: whoever is told of a case can stop it. */
@QuarkusTest
class CancellationRulesTest {
    private static final String BY_NOTICE = "/v1/support/case-cancellations";
    private static final String OPENED = "Support has opened a recovery case";
    private static final String APPROVED = "A recovery case was approved";
    private static final String LINK = "Your recovery link";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    Mailbox.Post post;

    private final Agent sam = Agent.another();
    private final Agent uma = Agent.another();
    private Tenant tenant;
    private Member bob;
    private Member idle;
    private String id;

    @BeforeEach
    void bobHasACase() {
        tenant = Tenant.direct(time);
        bob = tenant.admin();
        bob.enrolled();
        idle = tenant.admin();
        id = sam.openedAndChecked(bob);
    }

    @Test
    void s2_theUserStopsItWithoutSigningIn() {
        String token = post.of(bob).newest(OPENED).token();
        List<Event> left = audit.leftBy(
                tenant,
                () -> anonymously(BY_NOTICE, Map.of("token", token))
                        .statusCode(200)
                        .body("$", aMapWithSize(2))
                        .body("id", is(id))
                        .body("state", is("cancelled")));
        sam.get(id).body("state", is("cancelled")).body("ending", is("cancelled"));
        assertEquals(
                List.of("support_case.cancelled"),
                left.stream().map(Event::told).toList());
        assertEquals("USER", left.get(0).actorKind());
        assertEquals(audit.pseudonym(bob).toString(), left.get(0).actor());
        post.of(idle).newest("A recovery case has ended");
    }

    @Test
    void s2_anAdministratorStopsItWhileItWaits() {
        uma.approve(id).statusCode(200);
        String token = post.of(idle).newest(APPROVED).token();
        List<Event> left = audit.leftBy(
                tenant,
                () -> anonymously(path(), Map.of("token", token, "reason", "Not him"))
                        .statusCode(200)
                        .body("state", is("cancelled")));
        sam.get(id).body("state", is("cancelled")).body("endedBecause", is("Not him"));
        assertEquals("ADMIN", left.get(0).actorKind());
        assertEquals(audit.pseudonym(idle).toString(), left.get(0).actor());
        time.advance(Duration.ofHours(24));
        refused(uma.approve(id), ProblemType.CASE_NOT_OPEN);
        assertEquals(0, database.count("select count(*) from recovery_link where user_id = ?", bob.id()));
    }

    @Test
    void s2_theFirstNoticeStillStopsItAfterTheApproval() {
        String token = post.of(bob).newest(OPENED).token();
        uma.approve(id).statusCode(200);
        anonymously(BY_NOTICE, Map.of("token", token)).statusCode(200).body("state", is("cancelled"));
    }

    @Test
    void s2_anAgentStopsIt() {
        List<Event> left =
                audit.leftBy(tenant, () -> uma.cancel(id).statusCode(200).body("state", is("cancelled")));
        assertEquals(
                List.of("support_case.cancelled"),
                left.stream().map(Event::told).toList());
        assertEquals(uma.id(), left.get(0).actor());
        sam.get(id).body("endedBecause", is("The caller hung up"));
        refused(uma.cancel(id), ProblemType.CASE_NOT_OPEN).body("state", is("cancelled"));
        refused(sam.check(id, "callback", true), ProblemType.CASE_NOT_OPEN);
    }

    @Test
    void s2_withoutATokenOfANoticeOnlySupportStopsIt() {
        refused(anonymously(path(), Map.of()), ProblemType.UNAUTHENTICATED);
        refused(RestAssured.given().contentType(ContentType.JSON).post(path()).then(), ProblemType.UNAUTHENTICATED);
        refused(bob.post(path(), Map.of()), ProblemType.FORBIDDEN);
        refused(idle.post(path(), Map.of("reason", "no")), ProblemType.FORBIDDEN);
        refused(anonymously(BY_NOTICE, Map.of()), ProblemType.INVALID_REQUEST);
        assertEquals("open", sam.state(id));
    }

    @Test
    void s2_unknownTokensAndTokensOfOtherCasesStopNothing() {
        Member carl = Tenant.direct(time).admin();
        carl.enrolled();
        sam.opened(carl);
        String carls = post.of(carl).newest(OPENED).token();
        refused(anonymously(path(), Map.of("token", carls)), ProblemType.NOT_FOUND);
        refused(anonymously(path(), Map.of("token", "x".repeat(43))), ProblemType.NOT_FOUND);
        refused(anonymously(BY_NOTICE, Map.of("token", "x".repeat(43))), ProblemType.NOT_FOUND);
        String hash = database.rows("select token_hash from support_case_cancellation")
                .get(0)
                .toString();
        refused(anonymously(BY_NOTICE, Map.of("token", hash)), ProblemType.NOT_FOUND);
        assertEquals("open", sam.state(id));
    }

    @Test
    void s2_readingChangesNothing() {
        String token = post.of(bob).newest(OPENED).token();
        for (String path : List.of(BY_NOTICE, path(), BY_NOTICE + "?token=" + token)) {
            RestAssured.get(path).then().statusCode(405);
            RestAssured.head(path).then().statusCode(405);
        }
        assertEquals("open", sam.state(id));
    }

    @Test
    void s2_theTokenIsInTheMailOnly() {
        String token = post.of(bob).newest(OPENED).token();
        assertEquals(Set.of(), database.tablesWith(token));
    }

    @Test
    void s2_aNoticeStopsTheLinkTooWhileNobodyHasUsedIt() {
        String cancel = post.of(bob).newest(OPENED).token();
        String token = linkSent();
        List<Event> left = audit.leftBy(
                tenant,
                () -> anonymously(BY_NOTICE, Map.of("token", cancel))
                        .statusCode(200)
                        .body("state", is("cancelled")));
        assertEquals(
                List.of("recovery_link.revoked", "support_case.cancelled"),
                left.stream().map(Event::told).toList());
        refused(bob.post("/v1/recovery/redemptions", Map.of("token", token)), ProblemType.LINK_NOT_LIVE)
                .body("state", is("revoked"));
        assertEquals("enabled", bob.status());
    }

    @Test
    void s2_aLinkThatWasUsedIsNotStopped() {
        String cancel = post.of(bob).newest(OPENED).token();
        String token = linkSent();
        bob.post("/v1/recovery/redemptions", Map.of("token", token)).statusCode(201);
        refused(anonymously(BY_NOTICE, Map.of("token", cancel)), ProblemType.CASE_NOT_OPEN)
                .body("state", is("link_sent"));
        sam.get(id).body("state", is("link_sent")).body("ending", is(nullValue()));
    }

    @Test
    void s2_whoeverStopsItIsNamedOnlyWhileHeIsKnown() {
        String token = post.of(idle).newest(OPENED).token();
        database.update("delete from account_user where id = ?", idle.id());
        List<Event> left = audit.leftBy(
                tenant, () -> anonymously(BY_NOTICE, Map.of("token", token)).statusCode(200));
        assertEquals("SYSTEM", left.get(0).actorKind());
    }

    private String linkSent() {
        uma.approve(id).statusCode(200);
        post.of(bob).newest(APPROVED);
        time.advance(Duration.ofHours(24));
        return post.of(bob).newest(LINK).token();
    }

    private String path() {
        return Agent.CASES + "/" + id + "/cancellation";
    }

    private static ValidatableResponse anonymously(String path, Map<String, ?> body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}

package dev.lifering.supportcase;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuditTable.Event;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule S2: identity checks, the second pair of eyes, the waiting time, and the link at its end. */
@QuarkusTest
class ApprovalRulesTest {
    private static final Duration WAITING = Duration.ofHours(24);
    private static final String OPENED = "Support has opened a recovery case";
    private static final String APPROVED = "A recovery case was approved";
    private static final String ENDED = "A recovery case has ended";
    private static final String LINK = "Your recovery link";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    @Inject
    CaseConclusionService conclusions;

    Mailbox.Post post;

    private final Agent sam = Agent.another();
    private final Agent uma = Agent.another();
    private Tenant tenant;
    private Member bob;
    private Enrolled bobs;

    @BeforeEach
    void bobIsTheSoleAdministrator() {
        tenant = Tenant.direct(time);
        bob = tenant.admin();
        bobs = bob.enrolled();
    }

    @Test
    void s2_caseNeedsTwoPassedChecksOfDifferentMethods() {
        String id = sam.opened(bob);
        refused(uma.approve(id), ProblemType.IDENTITY_CHECKS_MISSING);
        sam.check(id, "video_call", true).statusCode(201);
        sam.check(id, "video_call", true).statusCode(201);
        refused(uma.approve(id), ProblemType.IDENTITY_CHECKS_MISSING);
        sam.check(id, "callback", false).statusCode(201);
        refused(uma.approve(id), ProblemType.IDENTITY_CHECKS_MISSING);
        sam.check(id, "contract_data", true)
                .statusCode(201)
                .body("checks.method", contains("video_call", "video_call", "callback", "contract_data"))
                .body("checks.passed", contains(true, true, false, true))
                .body("checks[0].evidence", is("Call 4711"))
                .body("checks[0].by", is(sam.id()))
                .body("checks[0].at", is(notNullValue()));
        refused(uma.approve(id), ProblemType.IDENTITY_CHECKS_MISSING);
        sam.check(id, "callback", true).statusCode(201);
        uma.approve(id).statusCode(200);
    }

    @Test
    void s2_whoeverOpenedTheCaseOrRecordedACheckMayNotApproveIt() {
        String id = sam.opened(bob);
        Agent checker = Agent.another();
        checker.check(id, "video_call", false).statusCode(201);
        uma.check(id, "video_call", true).statusCode(201);
        uma.check(id, "in_person", true).statusCode(201);
        for (Agent involved : List.of(sam, checker, uma)) {
            refused(involved.approve(id), ProblemType.SECOND_AGENT_REQUIRED);
        }
        Agent second = Agent.another();
        second.approve(id)
                .statusCode(200)
                .body("state", is("approved"))
                .body("approvedBy", is(second.id()))
                .body("approvedAt", is(notNullValue()));
        refused(second.approve(id), ProblemType.CASE_NOT_OPEN).body("state", is("approved"));
        refused(sam.check(id, "callback", true), ProblemType.CASE_NOT_OPEN);
    }

    @Test
    void s2_afterTheWaitingTimeTheUserGetsARecoveryLinkAndNothingIsResetBefore() {
        String id = sam.openedAndChecked(bob);
        ValidatableResponse approved = uma.approve(id).statusCode(200);
        Instant approvedAt = Instant.parse(approved.extract().path("approvedAt"));
        approved.body("linkAt", is(approvedAt.plus(WAITING).toString()));
        post.of(bob).newest(APPROVED);
        time.advance(WAITING.minus(Duration.ofMinutes(2)));
        conclude();
        assertEquals("approved", sam.state(id));
        assertEquals(0, database.count("select count(*) from recovery_link where user_id = ?", bob.id()));
        time.advance(Duration.ofMinutes(3));
        String token = post.of(bob).newest(LINK).token();
        sam.get(id)
                .body("state", is("link_sent"))
                .body("linkId", is(notNullValue()))
                .body("endedAt", is(notNullValue()));
        assertEquals("enabled", bob.status());
        bob.post("/v1/recovery/redemptions", Map.of("token", token)).statusCode(201);
        assertEquals("backup_codes_only", bob.status());
        refused(sam.cancel(id), ProblemType.CASE_NOT_OPEN).body("state", is("link_sent"));
        refused(bob.verify(bobs.code(0)), ProblemType.CODE_REJECTED);
    }

    @Test
    void s2_userAndAllAdministratorsAreToldOnceEachWithACancelLinkOfHisOwn() {
        Member idle = tenant.admin();
        Member gone = tenant.admin();
        Member linus = tenant.user();
        database.update("update account_user set active = false where id = ?", gone.id());
        String id = sam.openedAndChecked(bob);
        uma.approve(id).statusCode(200);
        List<String> tokens = Stream.of(OPENED, APPROVED)
                .flatMap(subject -> Stream.of(bob, idle)
                        .map(who -> post.of(who).newest(subject).token()))
                .toList();
        assertEquals(4, tokens.stream().distinct().count());
        sam.cancel(id).statusCode(200);
        for (Member told : List.of(bob, idle)) {
            post.of(told).newest(ENDED);
            assertEquals(1, count(told, OPENED), told.id());
            assertEquals(1, count(told, APPROVED), told.id());
            assertEquals(1, count(told, ENDED), told.id());
        }
        for (Member untold : List.of(gone, linus)) {
            assertEquals(0, count(untold, OPENED) + count(untold, APPROVED) + count(untold, ENDED));
        }
    }

    @Test
    void s2_whenAnotherAdministratorIsAbleBeforeTheApprovalTheCaseEnds() {
        String id = sam.openedAndChecked(bob);
        tenant.admin().enrolled();
        refused(uma.approve(id), ProblemType.ADMINISTRATOR_AVAILABLE).body("state", is("refused"));
        sam.get(id).body("state", is("refused")).body("ending", is("administrator_available"));
        refused(uma.approve(id), ProblemType.CASE_NOT_OPEN).body("state", is("refused"));
        post.of(bob).newest(ENDED);
    }

    @Test
    void s2_whenAnotherAdministratorBecomesAbleWhileTheCaseWaitsNoLinkIsMailed() {
        String id = approved();
        tenant.admin().enrolled();
        endsAs(id, "refused", "administrator_available");
    }

    @Test
    void s2_whenTheUserHasProvedHisSecondFactorSinceNoLinkIsMailed() {
        String id = approved();
        bob.verify(bobs.code(0)).statusCode(200);
        endsAs(id, "refused", "not_needed");
    }

    @Test
    void s2_whenTheUserHasProvedHisSecondFactorSinceNobodyApproves() {
        String id = sam.openedAndChecked(bob);
        bob.verify(bobs.code(0)).statusCode(200);
        refused(uma.approve(id), ProblemType.CASE_NOT_OPEN).body("state", is("refused"));
        sam.get(id).body("ending", is("not_needed"));
    }

    @Test
    void s2_whenTheUserHasNoSecondFactorOrIsInactiveByThenNoLinkIsMailed() {
        String id = approved();
        database.update("update account_user set active = false where id = ?", bob.id());
        endsAs(id, "refused", "not_needed");
        assertEquals(0, count(bob, LINK));
    }

    @Test
    void r2_whenTheApproverHasJoinedTheUsersResellerSinceNoLinkIsMailed() {
        Tenant reseller = Tenant.reseller(time);
        bob = Tenant.customerOf(reseller).admin();
        bobs = bob.enrolled();
        Member someone = Tenant.direct(time).user();
        String id = sam.openedAndChecked(bob);
        new Agent(someone.id()).approve(id).statusCode(200);
        database.update("update account_user set account_id = ? where id = ?", reseller.id(), someone.id());
        endsAs(id, "cancelled", "cancelled");
        assertEquals(0, count(bob, LINK));
    }

    @Test
    void s2_withoutAnAddressThereIsNoLinkToMail() {
        String id = approved();
        database.update("update account_user set email = null where id = ?", bob.id());
        endsAs(id, "cancelled", "cancelled");
    }

    @Test
    void s2_aCaseThatNobodyApprovesExpiresAfterSevenDays() {
        String id = sam.openedAndChecked(bob);
        assertEquals(
                1,
                database.count(
                        "select count(*) from support_case join scheduled_tasks on task_instance = id::text"
                                + " where task_name = 'support-case-expiry' and id = ?"
                                + " and abs(extract(epoch from execution_time - opened_at) - 7 * 24 * 3600) < 1",
                        UUID.fromString(id)));
        time.advance(Duration.ofDays(7).minusMinutes(2));
        conclusions.expire(UUID.fromString(id));
        assertEquals("open", sam.state(id));
        time.advance(Duration.ofMinutes(2));
        conclusions.expire(UUID.fromString(id));
        sam.get(id).body("state", is("expired")).body("ending", is("expired"));
        assertEquals(
                1, database.count("select count(*) from mail where kind = 'case_ended' and user_id = ?", bob.id()));
        refused(uma.approve(id), ProblemType.CASE_NOT_OPEN).body("state", is("expired"));
        sam.open(bob).statusCode(201);
    }

    @Test
    void x1_everyStepIsOnRecord() {
        List<Event> left = audit.leftBy(tenant, () -> {
            String id = sam.opened(bob);
            sam.check(id, "video_call", true).statusCode(201);
            sam.check(id, "callback", false).statusCode(201);
            sam.check(id, "callback", true).statusCode(201);
            uma.approve(id).statusCode(200);
            time.advance(WAITING);
            post.of(bob).newest(LINK);
        });
        assertEquals(
                List.of(
                        "support_case.opened",
                        "support_case.identity_checked",
                        "support_case.identity_checked REJECTED",
                        "support_case.identity_checked",
                        "support_case.approved",
                        "recovery_link.sent"),
                left.stream().map(Event::told).toList());
        assertEquals(
                List.of("SUPPORT", "SUPPORT", "SUPPORT", "SUPPORT", "SUPPORT", "SYSTEM"),
                left.stream().map(Event::actorKind).toList());
        assertEquals(sam.id(), left.get(0).actor());
        assertEquals("video_call", left.get(1).method());
        assertEquals(uma.id(), left.get(4).actor());
        assertEquals(audit.pseudonym(bob), left.get(5).subject());
    }

    @Test
    void x6_erasingTheUserErasesHisCasesAndTheirWorkEndsQuietly() {
        String id = approved();
        database.update("delete from account_user where id = ?", bob.id());
        refused(sam.get(id), ProblemType.NOT_FOUND);
        time.advance(WAITING);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.count(
                                "select count(*) from scheduled_tasks where task_name = 'support-case' and task_instance = ?",
                                id)
                        == 0);
        assertEquals(0, database.count("select count(*) from support_case where user_id = ?", bob.id()));
    }

    private String approved() {
        String id = sam.openedAndChecked(bob);
        uma.approve(id).statusCode(200);
        post.of(bob).newest(APPROVED);
        return id;
    }

    private void endsAs(String id, String state, String ending) {
        time.advance(WAITING);
        conclude();
        assertEquals(state, sam.state(id));
        sam.get(id).body("ending", is(ending));
        assertEquals(0, database.count("select count(*) from recovery_link where user_id = ?", bob.id()));
    }

    private long count(Member who, String subject) {
        return post.of(who).subjects().stream().filter(subject::equals).count();
    }

    /** What the scheduler does, without waiting for it. */
    private void conclude() {
        database.rows("select id from support_case where user_id = ?", bob.id())
                .forEach(row -> conclusions.conclude((UUID) row.get("id")));
    }
}

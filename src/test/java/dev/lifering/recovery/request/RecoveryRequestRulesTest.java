package dev.lifering.recovery.request;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Answer;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule R10: a user who is locked out asks for help. */
@QuarkusTest
class RecoveryRequestRulesTest {
    private static final String PATH = "/v1/me/recovery-requests";
    private static final String ASKED = "recovery_requested";
    private static final String SUBJECT = "A user asks for a recovery link";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    @Inject
    MailTable mails;

    Mailbox.Post post;

    private Tenant tenant;
    private Member ada;
    private Member grace;
    private Member linus;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        ada.enrolled();
        grace = tenant.admin();
        linus = tenant.user();
        linus.enrolled();
    }

    @Test
    void r10_everyActiveAdministratorGetsAMailThatLeadsToTheUsersPage() {
        Member gone = tenant.admin();
        database.update("update account_user set active = false where id = ?", gone.id());
        ask(linus).statusCode(202).body("way", is("administrator"));
        for (Member admin : List.of(ada, grace)) {
            Mailbox.Letter letter = post.of(admin).newest(SUBJECT);
            assertEquals(true, letter.text().contains("Somebody"), letter.text());
            assertEquals(true, letter.text().contains("/users"), letter.text());
        }
        assertEquals(List.of(), mails.to(gone));
        assertEquals(List.of("second_factor_enabled"), mails.to(linus));
    }

    @Test
    void r10_theAnswerNamesNobody() {
        Map<String, Object> answer = ask(linus).statusCode(202).extract().path("");
        assertEquals(Set.of("way", "message"), answer.keySet());
        for (Member admin : List.of(ada, grace)) {
            assertEquals(false, answer.toString().contains(admin.id()), answer.toString());
        }
    }

    @Test
    void r10_withoutAnAbleAdministratorSupportIsTheWay() {
        ask(ada).body("way", is("support"));
        // She is told all the same: she can send links even while she has no second factor herself.
        assertEquals(List.of(ASKED), mails.to(grace));
        assertEquals(false, mails.to(ada).contains(ASKED));
    }

    @Test
    void r10_anAdministratorIsHelpedByAnotherOne() {
        grace.enrolled();
        ask(ada).body("way", is("administrator"));
        assertEquals(true, mails.to(grace).contains(ASKED));
    }

    @Test
    void r10_askingAgainWithinAnHourIsAnsweredAlikeAndMailsNobody() {
        Map<String, Object> first = ask(linus).extract().path("");
        database.update("update account_user set active = false where account_id = ? and admin", tenant.id());
        time.advance(Duration.ofMinutes(59));
        assertEquals(first, ask(linus).statusCode(202).extract().path(""));
        assertEquals(first, askByService(linus).then().statusCode(202).extract().path(""));
        assertEquals(1, Collections.frequency(mails.to(grace), ASKED));
        time.advance(Duration.ofMinutes(1));
        ask(linus).body("way", is("support"));
    }

    @Test
    void r10_afterAnHourTheAdministratorsAreToldAgain() {
        ask(linus);
        time.advance(Duration.ofHours(1));
        ask(linus);
        assertEquals(2, Collections.frequency(mails.to(grace), ASKED));
    }

    @Test
    void r10_whoAsksForWhomIsOnRecord() {
        List<AuditTable.Event> left = audit.leftBy(tenant, () -> {
            ask(linus);
            ask(linus);
        });
        assertEquals(List.of("recovery.requested"), told(left));
        assertEquals(audit.pseudonym(linus).toString(), left.get(0).actor());
        time.advance(Duration.ofHours(1));
        left = audit.leftBy(tenant, () -> askByService(linus).then().statusCode(202));
        assertEquals(List.of("recovery.requested"), told(left));
        assertEquals("login-service", left.get(0).actor());
        assertEquals(audit.pseudonym(linus), left.get(0).subject());
    }

    @Test
    void r10_aLockedUserMayAskToo() {
        for (int i = 0; i < 6; i++) {
            linus.verify("00000-00000-00000");
            linus.verify("123456");
        }
        ask(linus).statusCode(202);
    }

    @Test
    void r10_whereThereIsNothingToRecoverNobodyIsMailed() {
        Member mona = tenant.user();
        refusedBothWays(mona, ProblemType.NOT_ENROLLED);
        mona.confirmed();
        refusedBothWays(mona, ProblemType.NOT_ENROLLED);
        database.update("update account_user set second_factor_managed_elsewhere = true where id = ?", linus.id());
        refusedBothWays(linus, ProblemType.MANAGED_BY_SSO);
        database.update("update account_user set active = false where id = ?", linus.id());
        refusedBothWays(linus, ProblemType.USER_INACTIVE);
        assertEquals(List.of(), mails.to(grace));
    }

    @Test
    void r10_servicesLearnThatAUserIsNotThere() {
        refused(askByService("u-nobody-has-this-id").then(), ProblemType.NOT_FOUND);
    }

    @Test
    void r10_ofTwentyWhoAskAtOnceOneHasTheAdministratorsTold() {
        var own = new Post(linus.token(), PATH, "");
        var byService = new Post(Bearer.service(), "/v1/users/" + linus.id() + "/recovery-requests", "");
        for (int round = 1; round <= 3; round++) {
            try (var stampede = new Stampede(20)) {
                List<Answer> answers = stampede.answers(java.util.stream.Stream.concat(
                                Collections.nCopies(10, own).stream(), Collections.nCopies(10, byService).stream())
                        .toList());
                assertEquals(Set.of(202), answers.stream().map(Answer::status).collect(Collectors.toSet()));
                assertEquals(
                        Set.of("administrator"),
                        answers.stream()
                                .map(answer -> answer.json().getString("way"))
                                .collect(Collectors.toSet()));
            }
            assertEquals(round, Collections.frequency(mails.to(ada), ASKED));
            assertEquals(round, Collections.frequency(mails.to(grace), ASKED));
            time.advance(Duration.ofHours(1));
        }
    }

    private static List<String> told(List<AuditTable.Event> events) {
        return events.stream().map(AuditTable.Event::told).toList();
    }

    private static ValidatableResponse ask(Member who) {
        return RestAssured.given().auth().oauth2(who.token()).post(PATH).then();
    }

    private static Response askByService(Member forWhom) {
        return askByService(forWhom.id());
    }

    private static Response askByService(String userId) {
        return RestAssured.given().auth().oauth2(Bearer.service()).post("/v1/users/" + userId + "/recovery-requests");
    }

    private static void refusedBothWays(Member who, ProblemType type) {
        refused(ask(who), type);
        refused(askByService(who).then(), type);
    }
}

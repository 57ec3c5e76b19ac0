package dev.lifering.recovery.link;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Answer;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R1, R4 and R9: links are sent, limited, listed and revoked. */
@QuarkusTest
class SendingRulesTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    private Tenant tenant;
    private Member ada;
    private Member linus;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        linus = tenant.user();
        linus.enrolled();
    }

    @Test
    void r1_theAnswerTellsTheMaskedAddressAndNothingThatOpensAnything() {
        Map<String, Object> answer =
                send("lost phone").statusCode(202).extract().path("");
        assertEquals(
                Set.of("id", "state", "sentTo", "createdAt", "expiresAt", "requestedBy", "reason"), answer.keySet());
        assertEquals("u***@" + tenant.id() + ".example", answer.get("sentTo"));
        assertEquals(ada.id(), answer.get("requestedBy"));
    }

    @Test
    void r1_sendingAndRevokingAreOnRecord() {
        String id = send("lost phone").extract().path("id");
        AuditTable.Event sent = newest();
        assertEquals("recovery_link.sent", sent.told());
        assertEquals(audit.pseudonym(ada).toString(), sent.actor());
        assertEquals(audit.pseudonym(linus), sent.subject());
        assertEquals(id, sent.object());
        revoke(id).statusCode(204);
        assertEquals("recovery_link.revoked", newest().told());
    }

    @Test
    void r2_whatAResellerTriedIsOnRecordForTheCustomersAdministrators() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member rita = reseller.resellerAdmin();
        Member eve = customer.user();
        rita.post(path(eve), Map.of()).statusCode(403);
        AuditTable.Event tried =
                Collections.max(audit.of(customer), java.util.Comparator.comparing(AuditTable.Event::occurredAt));
        assertEquals("recovery_link.sent REFUSED", tried.told());
        assertEquals("reseller-cannot-reset", tried.reason());
        assertEquals(audit.pseudonym(rita).toString(), tried.actor());
        assertEquals(audit.pseudonym(eve), tried.subject());
    }

    @Test
    void r4_aLinkLivesSixtyMinutes() {
        Map<String, String> link = send("lost phone").extract().path("");
        Instant created = Instant.parse(link.get("createdAt"));
        assertEquals(created.plus(Duration.ofHours(1)), Instant.parse(link.get("expiresAt")));
        time.advance(Duration.ofHours(1));
        list().body("items.state", contains("expired"));
        refused(revoke(link.get("id")), ProblemType.LINK_NOT_LIVE).body("state", is("expired"));
    }

    @Test
    void r4_theSameRequestWithinAMinuteGivesTheSameLink() {
        String first = send("lost phone").extract().path("id");
        send("lost phone").statusCode(202).body("id", is(first));
        send("another reason").body("id", is(not(first)));
        list().body("items", hasSize(2));
    }

    @Test
    void r4_afterAMinuteItIsAnotherRequest() {
        String first = send("lost phone").extract().path("id");
        time.advance(Duration.ofMinutes(1));
        send("lost phone").body("id", is(not(first)));
    }

    @Test
    void r4_aNewerLinkSupersedesTheOlder() {
        String older = send("first").extract().path("id");
        String newer = send("second").extract().path("id");
        list().body("items.id", contains(newer, older))
                .body("items[1].state", is("superseded"))
                .body("items[1].endedAt", is(notNullValue()));
        refused(revoke(older), ProblemType.LINK_NOT_LIVE).body("state", is("superseded"));
    }

    @Test
    void r4_threeLinksIn24HoursAreEnoughWhoeverSendsThem() {
        Member grace = tenant.admin();
        send("one").statusCode(202);
        time.advance(Duration.ofHours(1));
        grace.post(path(linus), Map.of("reason", "two")).statusCode(202);
        String last = send("three").statusCode(202).extract().path("id");
        refused(send("four"), ProblemType.TOO_MANY_LINKS)
                .header("Retry-After", is(notNullValue()))
                .body("retryAfter", is(lessThanOrEqualTo(23 * 3600)));
        revoke(last).statusCode(204);
        refused(send("five"), ProblemType.TOO_MANY_LINKS);
        time.advance(Duration.ofHours(23));
        send("six").statusCode(202);
        refused(send("seven"), ProblemType.TOO_MANY_LINKS);
    }

    @Test
    void r4_twentyParallelSendsLeaveOneLiveLink() {
        Member grace = tenant.admin();
        List<Post> posts = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i ->
                        new Post((i % 2 == 0 ? ada : grace).token(), path(linus), "{\"reason\": \"" + (i % 2) + "\"}"))
                .toList();
        try (var stampede = new Stampede(20)) {
            List<Answer> answers = stampede.answers(posts);
            Set<Integer> statuses = answers.stream().map(Answer::status).collect(Collectors.toSet());
            assertEquals(true, Set.of(202, 429).containsAll(statuses), statuses.toString());
        }
        assertEquals(
                1L,
                database.count(
                        "select count(*) from recovery_link where user_id = ? and ended_as is null", linus.id()));
        assertEquals(
                true,
                database.count("select count(*) from recovery_link where user_id = ?", linus.id()) <= 3,
                "no more than three were made");
    }

    @Test
    void r9_linksAreListedPageByPageNewestFirst() {
        String first = send("one").extract().path("id");
        String second = send("two").extract().path("id");
        String third = send("three").extract().path("id");
        String cursor = ada.get(path(linus) + "?limit=2")
                .statusCode(200)
                .body("items.id", contains(third, second))
                .extract()
                .path("nextCursor");
        ada.get(path(linus) + "?limit=2&cursor=" + cursor)
                .body("items.id", contains(first))
                .body("nextCursor", is(org.hamcrest.Matchers.nullValue()));
    }

    @Test
    void r9_aLinkIsRevokedOnce() {
        String id = send("lost phone").extract().path("id");
        revoke(id).statusCode(204);
        list().body("items[0].state", is("revoked"));
        refused(revoke(id), ProblemType.LINK_NOT_LIVE).body("state", is("revoked"));
        refused(revoke(UUID.randomUUID().toString()), ProblemType.NOT_FOUND);
    }

    @Test
    void r9_anotherUsersLinkIsNotFoundUnderThisUser() {
        String id = send("lost phone").extract().path("id");
        Member other = tenant.user();
        refused(ada.call().delete(path(other) + "/" + id).then(), ProblemType.NOT_FOUND);
        list().body("items[0].state", not(startsWith("revoked")));
    }

    @Test
    void r1_withoutAnAddressThereIsNowhereToSendIt() {
        database.update("update account_user set email = null where id = ?", linus.id());
        refused(send("lost phone"), ProblemType.EMAIL_MISSING);
        list().body("items", hasSize(0));
    }

    private AuditTable.Event newest() {
        List<AuditTable.Event> all = audit.of(tenant);
        return all.get(all.size() - 1);
    }

    private ValidatableResponse send(String reason) {
        return ada.post(path(linus), Map.of("reason", reason));
    }

    private ValidatableResponse list() {
        return ada.get(path(linus)).statusCode(200);
    }

    private ValidatableResponse revoke(String id) {
        return ada.call().delete(path(linus) + "/" + id).then();
    }

    private static String path(Member member) {
        return "/v1/accounts/" + member.tenant().id() + "/users/" + member.id() + "/recovery-links";
    }
}

package dev.lifering.audit;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.ManyEvents;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding events among many: user, actor, type, outcome, time. */
@QuarkusTest
class AuditSearchTest {
    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    ManyEvents events;

    private Tenant tenant;
    private Member ada;
    private Enrolled linus;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        linus = tenant.user().enrolled();
    }

    @Test
    void section4_aUserIsFoundByHisIdAndNobodyElseIs() {
        String id = linus.member().id();
        assertEquals(Set.of(id), Set.copyOf(found("subject", Map.of("user", id))));
        assertEquals(List.of("user.provisioned"), found("type", Map.of("user", ada.id())));
        Member stranger = Tenant.direct(time).user();
        assertEquals(List.of(), found("id", Map.of("user", stranger.id())));
        assertEquals(List.of(), found("id", Map.of("user", "u-nobody")));
    }

    @Test
    void x6_anErasedUserIsFoundNeitherByHisIdNorByHisPseudonym() {
        linus.member().verifyOwn(linus.code(0)).statusCode(200);
        String id = linus.member().id();
        String pseudonym = trail.pseudonym(linus.member()).toString();
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/" + id)
                .then()
                .statusCode(204);
        for (String name : List.of(id, pseudonym)) {
            assertEquals(List.of(), found("id", Map.of("user", name)));
            assertEquals(List.of(), found("id", Map.of("actor", name)));
        }
        assertTrue(found("actor", Map.of()).contains("erased:" + pseudonym));
    }

    @Test
    void section4_anActorIsFoundByHisIdWhetherHeIsAUserOrAService() {
        linus.member().verify(linus.code(0)).statusCode(200);
        linus.member().verifyOwn(linus.code(1)).statusCode(200);
        assertEquals(List.of("verification"), found("type", Map.of("actor", "login-service", "type", "verification")));
        List<String> own = found("actor", Map.of("actor", linus.member().id()));
        assertEquals(Set.of(linus.member().id()), Set.copyOf(own));
        assertTrue(own.size() > 3, own::toString);
        assertEquals(List.of(), found("id", Map.of("actor", "another-service")));
    }

    @Test
    void section4_typeAndOutcomeNarrowEachOther() {
        linus.member().verify(linus.code(0)).statusCode(200);
        linus.member().verify(linus.code(0)).statusCode(422);
        assertEquals(List.of("rejected", "success"), found("outcome", Map.of("type", "verification")));
        assertEquals(List.of("verification"), found("type", Map.of("outcome", "rejected")));
        assertEquals(List.of(), found("id", Map.of("outcome", "rejected", "type", "account.provisioned")));
    }

    @Test
    void section4_timesSayFromWhenAndUntilBeforeWhen() {
        time.advance(Duration.ofMinutes(5));
        linus.member().verify(linus.code(0)).statusCode(200);
        List<Map<String, String>> all = search(Map.of()).extract().path("items");
        Instant moment = Instant.parse(all.get(0).get("occurredAt"));
        assertEquals(List.of("verification"), found("type", Map.of("from", moment.toString())));
        assertEquals(
                all.size() - 1, found("id", Map.of("to", moment.toString())).size());
        String next = moment.plusNanos(1000).toString();
        assertEquals(List.of("verification"), found("type", Map.of("from", moment.toString(), "to", next)));
        assertEquals(List.of(), found("id", Map.of("from", next)));
        assertEquals(List.of(), found("id", Map.of("to", "2001-01-01T00:00:00Z")));
        assertEquals(
                all.size(), found("id", Map.of("from", "1800-01-01T00:00:00Z")).size());
        assertEquals(
                all.size(),
                found("id", Map.of("from", "0000-01-01T00:00:00Z", "to", "9999-12-31T23:59:59.999999999Z"))
                        .size());
    }

    @Test
    void section4_aUserNarrowsHisOwnListToo() {
        linus.member().verify(linus.code(0)).statusCode(200);
        linus.member().verify(linus.code(0)).statusCode(422);
        List<String> rejected = linus.member()
                .get("/v1/me/audit-events?outcome=rejected&type=verification&from=2020-01-01T00:00:00Z")
                .statusCode(200)
                .extract()
                .path("items.outcome");
        assertEquals(List.of("rejected"), rejected);
        refused(linus.member().get("/v1/me/audit-events?to=now"), ProblemType.INVALID_REQUEST);
    }

    @Test
    void section4_whatIsRareIsFoundPageByPageHoweverFarBackItLies() {
        events.verifications(linus.member(), 2 * AuditReading.WINDOW + 100, time.instant());
        events.verifications(ada, 1, time.instant().minus(Duration.ofDays(1)));
        linus.member().verify(linus.code(0)).statusCode(200);
        assertEquals(
                1,
                search(Map.of("type", "verification", "limit", "1"))
                        .extract()
                        .<List<?>>path("items")
                        .size());
        var subjects = new ArrayList<String>();
        int pages = 0;
        String cursor = null;
        do {
            var parameters =
                    cursor == null ? Map.of("outcome", "rejected") : Map.of("outcome", "rejected", "cursor", cursor);
            var page = search(parameters).extract();
            subjects.addAll(page.path("items.subject"));
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);
        assertEquals(List.of(), subjects);
        assertEquals(3, pages);
        assertEquals(2, found("id", Map.of("user", ada.id())).size());
        events.forget(tenant);
    }

    @Test
    void x1_aStrangerWhoseIdLooksLikeAPseudonymIsNamedAndFound() {
        String stranger = UUID.randomUUID().toString();
        RestAssured.given()
                .auth()
                .oauth2(Bearer.of(stranger, "admin").account(tenant.id()).token())
                .accept("text/csv")
                .get("/v1/accounts/" + tenant.id() + "/audit-events")
                .then()
                .statusCode(200);
        assertEquals(List.of(stranger), found("actor", Map.of("type", "audit.exported")));
        assertEquals(List.of("audit.exported"), found("type", Map.of("actor", stranger)));
    }

    @Test
    void x5_whatCannotBeAskedIsRefused() {
        for (var bad : List.of(
                Map.entry("type", "verifications"),
                Map.entry("outcome", "SUCCESS"),
                Map.entry("outcome", "lost"),
                Map.entry("from", "yesterday"),
                Map.entry("from", "2026-01-31"),
                Map.entry("from", "+999999999-12-31T23:59:59Z"),
                Map.entry("to", "-999999999-01-01T00:00:00Z"),
                Map.entry("to", "2026-01-31T08:00:00"),
                Map.entry("user", "a b"),
                Map.entry("actor", "a\u0000"),
                Map.entry("limit", "201"))) {
            assertEquals(
                    400, call(Map.of(bad.getKey(), bad.getValue())).extract().statusCode(), bad.toString());
            refused(call(Map.of(bad.getKey(), bad.getValue())), ProblemType.INVALID_REQUEST)
                    .body("violations.field", hasItem(bad.getKey()));
        }
        refused(call(Map.of("from", "2026-01-31T08:00:00Z", "to", "2026-01-31T08:00:00Z")), ProblemType.INVALID_REQUEST)
                .body("violations.field", hasItem("from"))
                .body("detail", startsWith("from must be before to"));
    }

    @Test
    void x3_theFiltersOpenNoOtherAccount() {
        Member other = Tenant.direct(time).admin();
        String path = "/v1/accounts/" + tenant.id() + "/audit-events?user="
                + linus.member().id();
        refused(other.get(path), ProblemType.NOT_FOUND);
        refused(other.get("/v1/accounts/" + UUID.randomUUID() + "/audit-events?user=x"), ProblemType.NOT_FOUND);
    }

    private List<String> found(String field, Map<String, String> parameters) {
        return search(parameters).extract().path("items." + field);
    }

    private ValidatableResponse search(Map<String, String> parameters) {
        return call(parameters).statusCode(200);
    }

    private ValidatableResponse call(Map<String, String> parameters) {
        return ada.call()
                .queryParams(parameters)
                .get("/v1/accounts/" + tenant.id() + "/audit-events")
                .then();
    }
}

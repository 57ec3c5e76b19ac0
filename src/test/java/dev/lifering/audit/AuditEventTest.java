package dev.lifering.audit;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** Rule X1: who, on whom, what, outcome, when, from where; and nothing that is secret. */
@QuarkusTest
class AuditEventTest {
    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    Database database;

    @Inject
    AuditTrail audit;

    @Test
    void x1_anEventSaysWhoOnWhomWhatOutcomeWhenAndFromWhere() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Tenant tenant = ada.member().tenant();
        Instant before = time.instant();
        var left = trail.leftBy(
                tenant,
                () -> RestAssured.given()
                        .auth()
                        .oauth2(Bearer.service())
                        .header("X-Request-Id", "login-4711")
                        .contentType(ContentType.JSON)
                        .body(Map.of("code", ada.code(0)))
                        .post("/v1/users/" + ada.member().id() + "/verifications")
                        .then()
                        .statusCode(200)
                        .header("X-Request-Id", "login-4711"));
        AuditTable.Event event = left.get(0);
        assertEquals("verification", event.type());
        assertEquals("SUCCESS", event.outcome());
        assertEquals("SERVICE", event.actorKind());
        assertEquals("login-service", event.actor());
        assertEquals(trail.pseudonym(ada.member()), event.subject());
        assertEquals("backup_code", event.method());
        assertEquals("login", event.object());
        assertEquals("127.0.0.1", event.address());
        assertEquals("login-4711", event.requestId());
        assertFalse(event.occurredAt().isBefore(before));
        assertFalse(event.occurredAt().isAfter(time.instant()));
    }

    @Test
    void x1_aUserIsInTheTrailByPseudonymAsActorAndAsSubject() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        var left = trail.leftBy(ada.member().tenant(), () -> ada.member().verifyOwn(ada.code(0)));
        assertEquals("USER", left.get(0).actorKind());
        assertEquals(trail.pseudonym(ada.member()).toString(), left.get(0).actor());
        assertEquals(trail.pseudonym(ada.member()), left.get(0).subject());
    }

    @Test
    void x1_readersSeeTheIdOfAUserWhoStillExists() {
        Enrolled ada = Tenant.direct(time).admin().enrolled();
        ada.member().verify(ada.code(0)).statusCode(200);
        ada.member()
                .get("/v1/me/audit-events")
                .body("items[0].type", is("verification"))
                .body("items[0].outcome", is("success"))
                .body("items[0].actorKind", is("service"))
                .body("items[0].actor", is("login-service"))
                .body("items[0].subject", is(ada.member().id()))
                .body("items[1].type", is("second_factor.enabled"))
                .body("items[1].actor", is(ada.member().id()));
        ada.member()
                .get("/v1/accounts/" + ada.member().tenant().id() + "/audit-events?limit=1")
                .body("items.size()", is(1))
                .body("items[0].subject", is(ada.member().id()));
    }

    @Test
    void x1_pagesLeadThroughAllEventsNewestFirst() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        List<String> all = ada.member().get("/v1/me/audit-events").extract().path("items.id");
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            Response page = ada.member()
                    .get("/v1/me/audit-events?limit=2" + cursor)
                    .statusCode(200)
                    .extract()
                    .response();
            seen.addAll(page.path("items.id"));
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertEquals(all, seen);
        assertEquals(all.stream().sorted((one, other) -> other.compareTo(one)).toList(), all);
        refused(ada.member().get("/v1/me/audit-events?cursor=Zm9v"), 400, "invalid-request");
    }

    @Test
    void x1_aUserSeesWhatWasDoneToHimAndNothingElse() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Member bob = tenant.user();
        List<String> subjects =
                ada.member().get("/v1/me/audit-events").extract().path("items.subject");
        assertEquals(Set.of(ada.member().id()), Set.copyOf(subjects));
        bob.get("/v1/me/audit-events").body("items.size()", is(1)).body("nextCursor", is(nullValue()));
    }

    @Test
    void x1_anEventIsWrittenInTheTransactionOfItsActionOrNotAtAll() {
        String account = Tenant.direct(time).id();
        Fact fact = Fact.about(account, Deed.POLICY_CHANGED, Doer.SYSTEM);
        assertThrows(RuntimeException.class, () -> audit.record(fact, time.instant()));
        QuarkusTransaction.begin();
        audit.record(fact, time.instant());
        QuarkusTransaction.rollback();
        assertEquals(1, trail.of(account).size());
        QuarkusTransaction.requiringNew().run(() -> audit.record(fact, time.instant()));
        assertEquals(2, trail.of(account).size());
    }

    @Test
    void x1_noTableHoldsACodeOrASecretInPlain() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String totp = ada.app().freshCode();
        String assertion = ada.member().verify(totp).extract().path("assertion");
        String typedWrong = ada.app().wrongCode();
        ada.member().verify(typedWrong).statusCode(422);
        ada.member().verify(ada.code(0)).statusCode(200);
        for (String secret : List.of(ada.app().secret(), ada.code(0), ada.code(1), assertion)) {
            for (String form : forms(secret)) {
                assertEquals(Set.of(), database.tablesWith(form));
            }
        }
        for (String code : List.of(totp, typedWrong)) {
            assertEquals(
                    0L,
                    database.count(
                            "select count(*) from audit_event where account_id = ? and ? in (object, reason, method, actor)",
                            ada.member().tenant().id(),
                            code));
        }
        assertTrue(database.tablesWith(ada.member().id()).contains("account_user"), "the search finds what is there");
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
        byte[] plain = secret.replace("-", "").getBytes(StandardCharsets.US_ASCII);
        return List.of(
                secret,
                secret.replace("-", ""),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().formatHex(plain),
                HexFormat.of().formatHex(new Base32().decode(secret)),
                Base64.getEncoder().withoutPadding().encodeToString(plain));
    }
}

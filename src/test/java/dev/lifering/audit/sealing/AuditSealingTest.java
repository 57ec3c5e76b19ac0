package dev.lifering.audit.sealing;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.proof.VerifyAudit;
import dev.lifering.audit.seal.EventIds;
import dev.lifering.crypto.KeySet;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.ManyEvents;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded is sealed after a while, and an export with its seals proves itself. */
@QuarkusTest
@Tag("slow")
class AuditSealingTest {
    /** Longer than the margin. */
    private static final Duration A_WHILE = Duration.ofMinutes(11);

    private static final String NDJSON = "application/x-ndjson";

    @Inject
    AuditSealing sealing;

    @Inject
    SealService service;

    @Inject
    SealConfig config;

    @Inject
    KeySet keys;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Inject
    ManyEvents events;

    @Inject
    MovableTime time;

    @TempDir
    Path folder;

    private Tenant tenant;
    private Member ada;

    @BeforeEach
    void account() {
        // Other tests drop the month that still is, which an operator cannot.
        database.update("update audit_seal_mark set id = '00000000-0000-0000-0000-000000000000' where name = 'begin'");
        tenant = Tenant.direct(time);
        ada = tenant.admin();
    }

    @Test
    void anEventIsSealedOnceTheMarginHasPassedAndNotBefore() {
        ada.enrolled();
        int events = trail.of(tenant).size();
        sealing.run();
        assertEquals(0, sealed());
        seal();
        assertEquals(events, sealed());
        assertEquals(0, verified());
        assertTrue(told().contains("Of account " + tenant.id() + ": "), this::told);
    }

    @Test
    void eachEventIsInOneSealHoweverManyReplicasSeal() {
        ada.enrolled();
        Member grace = tenant.user();
        grace.enrolled();
        time.advance(A_WHILE);
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(replica -> CompletableFuture.runAsync(sealing::run))
                        .toArray(CompletableFuture[]::new))
                .join();
        seal();
        assertEquals(trail.of(tenant).size(), sealed());
        assertEquals(0, verified(), this::told);
    }

    @Test
    void aLongTrailIsSealedInStretches() {
        seal();
        int many = 2 * Stretch.LIMIT + 10;
        events.verifications(ada, many, time.instant().plus(Duration.ofHours(1)));
        time.advance(Duration.ofHours(1));
        seal();
        assertEquals(trail.of(tenant).size(), sealed());
        assertEquals(0, verified(), this::told);
        assertEquals(
                0,
                database.count(
                        "select count(*) from audit_seal where chain = ? and event_count > ?",
                        tenant.id(),
                        Stretch.LIMIT));
        events.forget(tenant);
    }

    @Test
    void whereNothingHappensNothingIsSealed() {
        seal();
        long seals = seals();
        time.advance(Duration.ofDays(1));
        sealing.run();
        assertEquals(seals, seals());
    }

    @Test
    void aClockThatIsAheadForAMomentClosesNothingThatIsStillToCome() {
        ada.enrolled();
        new AuditSealing(service, config, keys, () -> time.instant().plus(Duration.ofDays(365))).run();
        tenant.user().enrolled();
        seal();
        assertEquals(0, verified(), this::told);
    }

    @Test
    void anEventThatWasChangedInTheDatabaseIsNamed() {
        UUID event = sealedEvent("enrolment.confirmed");
        database.update("update audit_event set outcome = 'REJECTED' where id = ?", event);
        assertEquals(1, verified());
        assertTrue(told().contains("event " + event + " was changed after it was sealed"), this::told);
    }

    @Test
    void anEventThatWasDeletedFromTheDatabaseIsNamed() {
        UUID event = sealedEvent("backup_codes.acknowledged");
        database.update("delete from audit_event where id = ?", event);
        assertEquals(1, verified());
        assertTrue(told().contains("event " + event + " is missing"), this::told);
    }

    @Test
    void anEventThatWasWrittenLaterIntoASealedTimeIsNamed() {
        UUID event = sealedEvent("second_factor.enabled");
        UUID added = EventIds.next(event);
        database.update("""
                insert into audit_event (id, occurred_at, type, outcome, account_id, actor_kind, actor)
                select ?, occurred_at, type, outcome, account_id, actor_kind, actor from audit_event where id = ?
                """, added, event);
        assertEquals(1, verified());
        assertTrue(told().contains("event " + added + " was added"), this::told);
    }

    @Test
    void aSealThatWasRemovedIsMissed() {
        sealedEvent("second_factor.enabled");
        tenant.user();
        seal();
        tenant.user();
        seal();
        database.update(
                "delete from audit_seal where chain = ? and sequence ="
                        + " (select max(sequence) - 1 from audit_seal where chain = ?)",
                tenant.id(),
                tenant.id());
        assertEquals(1, verified());
        assertTrue(told().contains(" is missing between seal "), this::told);
    }

    @Test
    void x6_erasingAUserChangesNothingThatIsSealed() {
        Member grace = tenant.user();
        grace.enrolled();
        seal();
        assertEquals(0, verified(), this::told);
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/" + grace.id())
                .then()
                .statusCode(204);
        assertEquals(0, verified(), this::told);
        assertFalse(export("true").extract().asString().contains(grace.id()));
    }

    @Test
    void sealsComeOnDemandOnly() {
        ada.enrolled();
        seal();
        String plain = ada.call().accept(NDJSON).get(path()).then().extract().asString();
        assertFalse(plain.contains("\"seal\""), plain);
        assertFalse(export("false").extract().asString().contains("\"seal\""));
        assertTrue(export("true").extract().asString().contains("\"seal\""));
    }

    @Test
    void sealsAreRefusedWhereTheyWouldNotProveAnything() {
        refused(export("maybe"), ProblemType.INVALID_REQUEST);
        refused(
                ada.call()
                        .accept(NDJSON)
                        .queryParam("seals", true)
                        .queryParam("type", "verification")
                        .get(path())
                        .then(),
                ProblemType.INVALID_REQUEST);
        for (String accept : List.of("text/csv", "application/json")) {
            refused(
                    ada.call()
                            .accept(accept)
                            .queryParam("seals", true)
                            .get(path())
                            .then(),
                    ProblemType.INVALID_REQUEST);
        }
        refused(
                tenant.user()
                        .call()
                        .accept(NDJSON)
                        .queryParam("seals", true)
                        .get(path())
                        .then(),
                ProblemType.FORBIDDEN);
    }

    /** The event of that type that Ada has left, with all others sealed. */
    private UUID sealedEvent(String type) {
        ada.enrolled();
        seal();
        return (UUID) database.row(
                        "select id from audit_event where account_id = ? and type = ? order by id limit 1",
                        tenant.id(),
                        type)
                .get("id");
    }

    /** Lets time pass until all of the account's events are sealed, by whichever runs of the work. */
    private void seal() {
        time.advance(A_WHILE);
        Awaitility.await().until(() -> {
            sealing.run();
            return unsealed() == 0;
        });
    }

    private long unsealed() {
        return database.count("""
                select count(*) from audit_event where account_id = ?
                    and id >= (select coalesce(max(window_to::text), '00000000-0000-0000-0000-000000000000')::uuid
                               from audit_seal where chain = ?)
                """, tenant.id(), tenant.id());
    }

    private long sealed() {
        return database.count("select coalesce(sum(event_count), 0) from audit_seal where chain = ?", tenant.id());
    }

    private long seals() {
        return database.count("select count(*) from audit_seal where chain = ?", tenant.id());
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The exit code of the command for what the account exports now. */
    private int verified() {
        out.reset();
        try {
            Path file = Files.writeString(
                    folder.resolve("export.ndjson"),
                    export("true").statusCode(200).extract().asString());
            Path keys = Files.writeString(
                    folder.resolve("jwks.json"),
                    RestAssured.get("/.well-known/jwks.json").asString());
            var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
            return new VerifyAudit(printer, printer).run(List.of(file.toString(), "--keys", keys.toString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ValidatableResponse export(String seals) {
        return ada.call().accept(NDJSON).queryParam("seals", seals).get(path()).then();
    }

    private String path() {
        return "/v1/accounts/" + tenant.id() + "/audit-events";
    }
}

package dev.lifering.idempotency;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: a retry with the same Idempotency-Key and body gets the first answer. */
@QuarkusTest
class IdempotencyTest {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    Database database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void section4_aRetryGetsTheFirstAnswerAndChangesNothing() {
        Tenant acme = Tenant.direct(time);
        Enrolled ada = acme.user().enrolled();
        Response first = verify(ada.member(), ada.code(0));
        first.then().statusCode(200).header(REPLAYED, nullValue()).body("backupCodesRemaining", is(9));
        List<String> told = trail.told(acme, () -> {
            Response again = verify(ada.member(), ada.code(0));
            again.then().statusCode(200).header(REPLAYED, "true").header("Cache-Control", "no-store");
            assertEquals(first.asString(), again.asString());
        });
        assertEquals(List.of(), told);
        refused(ada.member().verify(ada.code(0)), 422, "code-rejected");
    }

    @Test
    void section4_whatIsShownOnceIsShownAgainToTheRetryWithItsLocation() {
        Member ada = Tenant.direct(time).user();
        Response first = ada.call().header(HEADER, key).post("/v1/me/enrolments");
        Response again = ada.call().header(HEADER, key).post("/v1/me/enrolments");
        again.then().statusCode(201).header(REPLAYED, "true").header("Location", is(first.header("Location")));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.contentType(), again.contentType());
    }

    @Test
    void section4_anotherBodyUnderTheSameKeyIsRefused() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        verify(ada.member(), ada.code(0)).then().statusCode(200);
        refused(verify(ada.member(), ada.code(1)).then(), 422, "idempotency-key-reused");
        ada.member().verify(ada.code(1)).statusCode(200);
    }

    @Test
    void section4_aRefusalIsRepeatedAndCountedOnce() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String wrong = ada.app().wrongCode();
        for (int attempt = 0; attempt < 3; attempt++) {
            refused(verify(ada.member(), wrong).then(), 422, "code-rejected").body("attemptsRemaining", is(4));
        }
        ada.member().verify(wrong).body("attemptsRemaining", is(3));
    }

    @Test
    void section4_whereNothingHappenedTheRetryIsCarriedOut() {
        Member ada = Tenant.direct(time).user();
        refused(verify(ada, "123456").then(), 409, "not-enrolled");
        ada.enrolled();
        verify(ada, "123456").then().statusCode(not(409));
    }

    @Test
    void section4_of20AtOnceOneIsCarriedOutAndAllAreAnsweredAlike() {
        Tenant acme = Tenant.direct(time);
        Enrolled ada = acme.user().enrolled();
        var post = new Post(
                Bearer.service(),
                "/v1/users/" + ada.member().id() + "/verifications",
                "{\"code\": \"" + ada.code(0) + "\"}",
                Map.of(HEADER, key));
        try (var stampede = new Stampede(20)) {
            List<String> answers = stampede.answers(Collections.nCopies(20, post)).stream()
                    .map(Stampede.Answer::body)
                    .distinct()
                    .toList();
            assertEquals(1, answers.size(), answers::toString);
        }
        ada.member().get("/v1/me/second-factor").body("backupCodes.remaining", is(9));
    }

    @Test
    void section4_anAnswerIsKeptForTenMinutes() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        verify(ada.member(), ada.code(0)).then().statusCode(200);
        time.advance(Duration.ofMinutes(10).minusSeconds(1));
        verify(ada.member(), ada.code(0)).then().statusCode(200).header(REPLAYED, "true");
        time.advance(Duration.ofSeconds(1));
        refused(verify(ada.member(), ada.code(0)).then(), 422, "code-rejected");
    }

    @Test
    void section4_aKeyIsItsCallersOwn() {
        Tenant acme = Tenant.direct(time);
        Member ada = acme.user();
        Member bob = acme.user();
        String first = ada.call().header(HEADER, key).post("/v1/me/enrolments").path("secret");
        bob.call()
                .header(HEADER, key)
                .post("/v1/me/enrolments")
                .then()
                .statusCode(201)
                .body("secret", is(not(first)));
        RestAssured.given()
                .auth()
                .oauth2(Bearer.of(ada.id(), "user", "admin").account(acme.id()).token())
                .contentType(ContentType.JSON)
                .header(HEADER, key)
                .post("/v1/me/enrolments")
                .then()
                .statusCode(201)
                .header(REPLAYED, nullValue());
    }

    @Test
    void section4_withoutATokenAnotherBodyIsAnotherRequest() {
        for (String token : List.of("a".repeat(43), "b".repeat(43))) {
            refused(
                    RestAssured.given()
                            .contentType(ContentType.JSON)
                            .header(HEADER, "1")
                            .body(Map.of("token", token))
                            .post("/v1/recovery/repudiations")
                            .then(),
                    404,
                    "not-found");
        }
    }

    @Test
    void section4_keptAnswersAreSealedAndErasedWhenTheyHaveExpired() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Response renewed = ada.member()
                .call()
                .header(HEADER, key)
                .body(Map.of("code", ada.app().freshCode()))
                .post("/v1/me/backup-codes");
        renewed.then().statusCode(201);
        List<String> codes = renewed.path("codes");
        String kept = database.rows(
                        "select * from kept_answer where sealed_answer is not null and expires_at > ?", now())
                .toString();
        assertTrue(kept.contains("eyJ"), "a sealed answer is kept");
        codes.forEach(code -> assertFalse(kept.contains(code), "a code in plain"));
        time.advance(Duration.ofMinutes(10));
        Awaitility.await()
                .until(() -> database.rows("select id from kept_answer where expires_at <= ?", now())
                        .isEmpty());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "Schlüssel", ""})
    void section4_aKeyHasVisibleAsciiCharacters(String odd) {
        refused(
                        Tenant.direct(time)
                                .user()
                                .call()
                                .header(HEADER, odd)
                                .post("/v1/me/enrolments")
                                .then(),
                        400,
                        "invalid-request")
                .body("violations[0].field", is(HEADER));
    }

    @Test
    void section4_aKeyHas255CharactersAtMostAndComesOnce() {
        Member ada = Tenant.direct(time).user();
        ada.call()
                .header(HEADER, "k".repeat(255))
                .post("/v1/me/enrolments")
                .then()
                .statusCode(201);
        refused(
                ada.call()
                        .header(HEADER, "k".repeat(256))
                        .post("/v1/me/enrolments")
                        .then(),
                400,
                "invalid-request");
        refused(ada.call().header(HEADER, "a", "b").post("/v1/me/enrolments").then(), 400, "invalid-request");
    }

    private Response verify(Member member, String code) {
        return RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .header(HEADER, key)
                .body(Map.of("code", code))
                .post("/v1/users/" + member.id() + "/verifications");
    }
}

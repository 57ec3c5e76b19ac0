package dev.lifering.recovery.reset;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule R8: "this wasn't me". */
@QuarkusTest
class UndoRulesTest {
    private static final String NOTICE = "Your two-factor authentication was reset";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    Mailbox.Post post;

    private Tenant tenant;
    private Member ada;
    private Member linus;
    private Enrolled before;
    private Response redeemed;
    private String repudiation;

    @BeforeEach
    void linusWasReset() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        linus = tenant.user();
        before = linus.enrolled();
        linus.verify(before.code(0)).statusCode(200);
        redeemed = reset(1);
        repudiation = post.of(linus).newest(NOTICE).token();
    }

    @Test
    void r8_undoBringsBackTheAuthenticatorAndTheUnspentCodes() {
        repudiate().statusCode(200).body("status", is("enabled")).body("undoneAt", is(notNullValue()));
        linus.get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators", hasSize(1))
                .body("authenticators[0].id", is(before.authenticatorId()))
                .body("backupCodes.remaining", is(9));
        linus.verify(before.app().freshCode()).statusCode(200);
        linus.verify(before.code(1)).statusCode(200);
        refused(linus.verify(before.code(0)), ProblemType.CODE_REJECTED);
    }

    @Test
    void r8_aSpentTimeStepStaysSpent() {
        Member other = tenant.user();
        Enrolled enrolled = other.enrolled();
        String used = enrolled.app().freshCode();
        other.verify(used).statusCode(200);
        ada.post(path(other), Map.of()).statusCode(202);
        String token = post.of(other).newest("Your recovery link").token();
        other.post("/v1/recovery/redemptions", Map.of("token", token)).statusCode(201);
        repudiate(post.of(other).newest(NOTICE).token()).statusCode(200);
        refused(other.verify(used), ProblemType.CODE_REJECTED);
    }

    @Test
    void r8_whatWasBoundAndIssuedSinceIsDead() {
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200);
        AuthenticatorApp attackers = enrol();
        repudiate().statusCode(200);
        refused(linus.verify(attackers.freshCode()), ProblemType.CODE_REJECTED);
        refused(linus.verify(redeemed.path("backupCodes.codes[0]")), ProblemType.CODE_REJECTED);
        linus.get("/v1/me/second-factor").body("authenticators", hasSize(1));
    }

    @Test
    void r8_theRecoverySessionAndWhatItStartedAreOver() {
        Response started = linus.startEnrolment(Map.of("recoverySession", redeemed.path("recoverySession")))
                .statusCode(201)
                .extract()
                .response();
        var attackers = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        repudiate().statusCode(200);
        refused(linus.confirm(started.path("id"), attackers.code()), ProblemType.NOT_FOUND);
        refused(
                linus.startEnrolment(Map.of("recoverySession", redeemed.path("recoverySession"))),
                ProblemType.RECOVERY_SESSION_INVALID);
        refused(linus.acknowledge(redeemed.path("backupCodes.setId")), ProblemType.SET_NOT_PENDING);
    }

    @Test
    void r8_aLinkThatIsLiveIsTakenBack() {
        ada.post(path(linus), Map.of("reason", "once more")).statusCode(202);
        repudiate().statusCode(200);
        ada.get(path(linus)).body("items[0].state", is("revoked"));
    }

    @Test
    void r8_userAndAdministratorsAreToldAndItIsOnRecord() {
        repudiate().statusCode(200);
        post.of(linus).newest("The reset was undone");
        post.of(ada).newest("A reset was reported as unwanted");
        assertEquals("second_factor.reset_undone", Trail.of(linus).newest().get("type"));
    }

    @Test
    void r8_itWorksOnceAndUnknownTokensDoNotWork() {
        repudiate().statusCode(200);
        refused(repudiate(), ProblemType.UNDO_OVER);
        refused(repudiate("x".repeat(43)), ProblemType.NOT_FOUND);
    }

    @Test
    void r8_ofTwentyParallelUndosOneWorks() {
        String body = "{\"token\": \"" + repudiation + "\"}";
        try (var stampede = new Stampede(20)) {
            List<Integer> statuses =
                    stampede.run(Collections.nCopies(20, new Post(linus.token(), "/v1/recovery/repudiations", body)));
            assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
            assertEquals(19, Collections.frequency(statuses, 409), statuses.toString());
        }
    }

    @Test
    void r8_after72HoursItIsFinalAndWhatWasDisabledIsErased() {
        time.advance(Duration.ofHours(72));
        refused(repudiate(), ProblemType.UNDO_OVER);
        await("what was disabled is erased").atMost(Duration.ofSeconds(30)).until(() -> kept() == 0);
    }

    @Test
    void r8_until72HoursItIsKeptSealed() {
        time.advance(Duration.ofHours(71));
        assertEquals(1 + 9 + 1, kept());
        assertEquals(
                1,
                database.count(
                        "select count(*) from authenticator where user_id = ? and disabled_by is not null and sealed_secret like 'eyJ%'",
                        linus.id()));
        repudiate().statusCode(200);
        linus.verify(before.app().freshCode()).statusCode(200);
    }

    @Test
    void r8_undoingTheFirstOfTwoResetsBringsBackWhatWasThereBeforeBoth() {
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200);
        AuthenticatorApp between = enrol();
        reset(2);
        String second = post.of(linus).await(NOTICE, 2).get(1).token();
        repudiate().statusCode(200);
        linus.verify(before.app().freshCode()).statusCode(200);
        refused(linus.verify(between.freshCode()), ProblemType.CODE_REJECTED);
        refused(repudiate(second), ProblemType.UNDO_OVER);
    }

    @Test
    void r8_undoingTheSecondOfTwoResetsBringsBackWhatWasThereBetweenThem() {
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200);
        AuthenticatorApp between = enrol();
        reset(2);
        repudiate(post.of(linus).await(NOTICE, 2).get(1).token()).statusCode(200);
        linus.verify(between.freshCode()).statusCode(200);
        refused(linus.verify(before.app().freshCode()), ProblemType.CODE_REJECTED);
    }

    @Test
    void x6_erasingTheUserErasesWhatIsKept() {
        given().auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/" + linus.id())
                .then()
                .statusCode(204);
        assertEquals(0, kept());
        refused(repudiate(), ProblemType.NOT_FOUND);
    }

    /** Authenticators and codes that could come back, spent codes among them. */
    private long kept() {
        return database.count(
                        "select count(*) from authenticator where user_id = ? and disabled_by is not null", linus.id())
                + database.count(
                        "select count(*) from backup_code join backup_code_set on id = set_id"
                                + " where user_id = ? and kept_for is not null",
                        linus.id());
    }

    private AuthenticatorApp enrol() {
        Response started = linus.startEnrolment(Map.of("recoverySession", redeemed.path("recoverySession")))
                .statusCode(201)
                .extract()
                .response();
        var app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        linus.confirm(started.path("id"), app.code()).statusCode(200);
        return app;
    }

    private Response reset(int count) {
        ada.post(path(linus), Map.of("reason", "reset " + count)).statusCode(202);
        String token =
                post.of(linus).await("Your recovery link", count).get(count - 1).token();
        return linus.post("/v1/recovery/redemptions", Map.of("token", token))
                .statusCode(201)
                .extract()
                .response();
    }

    private ValidatableResponse repudiate() {
        return repudiate(repudiation);
    }

    private static ValidatableResponse repudiate(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/v1/recovery/repudiations")
                .then();
    }

    private static String path(Member member) {
        return "/v1/accounts/" + member.tenant().id() + "/users/" + member.id() + "/recovery-links";
    }
}

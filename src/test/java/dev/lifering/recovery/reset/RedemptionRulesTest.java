package dev.lifering.recovery.reset;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R3, R5, R6 and R7: what a recovery link does, for whom, and what it does not. */
@QuarkusTest
class RedemptionRulesTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    private Tenant tenant;
    private Member ada;
    private Member linus;
    private Enrolled before;
    private String token;

    @BeforeEach
    void linusHasALink() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        linus = tenant.user();
        before = linus.enrolled();
        token = sendLink();
    }

    @Test
    void r3_inspectingALinkChangesNothing() {
        for (int i = 0; i < 3; i++) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("token", token))
                    .post("/v1/recovery/inspections")
                    .then()
                    .statusCode(200)
                    .body("state", is("sent"))
                    .body("sentTo", startsWith("u***@"))
                    .body("expiresAt", is(notNullValue()))
                    .body("size()", is(3));
        }
        assertEquals("enabled", linus.status());
        redeem().statusCode(201);
    }

    @Test
    void r3_aScannerThatFollowsAndPrefetchesTheLinkBurnsNothing() {
        for (String path :
                List.of("/v1/recovery/redemptions", "/v1/recovery/inspections", "/v1/recovery/repudiations")) {
            given().get(path).then().statusCode(405);
            given().get(path + "?token=" + token).then().statusCode(405);
            given().header("Purpose", "prefetch").head(path).then().statusCode(405);
            given().options(path);
        }
        given().get("/console/recover");
        assertEquals("enabled", linus.status());
        redeem().statusCode(201);
    }

    @Test
    void r5_theTokenAloneOpensNothing() {
        refused(
                given().contentType(ContentType.JSON)
                        .body(Map.of("token", token))
                        .post("/v1/recovery/redemptions")
                        .then(),
                ProblemType.UNAUTHENTICATED);
        assertEquals("enabled", linus.status());
    }

    @Test
    void r5_theFirstFactorOfAnotherUserDoesNotFit() {
        Member mallory = tenant.user();
        refused(redeemAs(mallory, token), ProblemType.LINK_OF_ANOTHER_USER);
        refused(redeemAs(ada, token), ProblemType.LINK_OF_ANOTHER_USER);
        assertEquals(1, Trail.of(mallory).count("recovery_link.redeemed", "rejected"));
        redeem().statusCode(201);
    }

    @Test
    void r5_aServiceRedeemsForTheUserItNames() {
        refused(serviceRedeems(null), ProblemType.INVALID_REQUEST).body("violations[0].field", is("userId"));
        refused(serviceRedeems(ada.id()), ProblemType.LINK_OF_ANOTHER_USER);
        refused(serviceRedeems("u-nobody"), ProblemType.NOT_FOUND);
        serviceRedeems(linus.id()).statusCode(201);
        assertEquals("backup_codes_only", linus.status());
    }

    @Test
    void r5_aUserDoesNotNameAnother() {
        refused(
                linus.post("/v1/recovery/redemptions", Map.of("token", token, "userId", ada.id())),
                ProblemType.INVALID_REQUEST);
    }

    @Test
    void r4_aLinkWorksOnce() {
        redeem().statusCode(201);
        refused(redeem(), ProblemType.LINK_NOT_LIVE).body("state", is("redeemed"));
    }

    @Test
    void r4_anExpiredLinkIsDead() {
        time.advance(Duration.ofHours(1));
        refused(redeem(), ProblemType.LINK_NOT_LIVE).body("state", is("expired"));
        assertEquals("enabled", linus.status());
    }

    @Test
    void r4_aSupersededLinkIsDead() {
        ada.post(path(), Map.of("reason", "again")).statusCode(202);
        refused(redeem(), ProblemType.LINK_NOT_LIVE).body("state", is("superseded"));
    }

    @Test
    void r9_aRevokedLinkIsDead() {
        String id = ada.get(path()).extract().path("items[0].id");
        ada.call().delete(path() + "/" + id).then().statusCode(204);
        refused(redeem(), ProblemType.LINK_NOT_LIVE).body("state", is("revoked"));
    }

    @Test
    void r1_anUnknownTokenIsNotFoundAndOnRecord() {
        refused(redeemAs(linus, "x".repeat(43)), ProblemType.NOT_FOUND);
        assertEquals(1, Trail.of(linus).count("recovery_link.redeemed", "rejected"));
    }

    @Test
    void r6_thePreviousAuthenticatorAndTheOldCodesAreDisabled() {
        redeem().statusCode(201);
        linus.get("/v1/me/second-factor")
                .body("status", is("backup_codes_only"))
                .body("authenticators", is(empty()))
                .body("backupCodes", is(nullValue()))
                .body("reenrolmentRequired", is(true));
        refused(linus.verify(before.app().freshCode()), ProblemType.CODE_REJECTED);
        refused(linus.verify(before.code(0)), ProblemType.CODE_REJECTED);
    }

    @Test
    void r6_aNewPendingSetAndARecoverySessionComeWithIt() {
        redeem().statusCode(201)
                .header("Cache-Control", "no-store")
                .body("backupCodes.codes", hasSize(10))
                .body("backupCodes.label", startsWith("LR-"))
                .body("recoverySession.length()", is(43));
    }

    @Test
    void r6_theUserAndAllAdministratorsAreTold() {
        Member grace = tenant.admin();
        redeem().statusCode(201);
        post.of(linus).newest("Your two-factor authentication was reset");
        post.of(ada).newest("A user's two-factor authentication was reset");
        post.of(grace).newest("A user's two-factor authentication was reset");
    }

    @Test
    void r6_recoveryEndsALockout() {
        for (int i = 0; i < 5; i++) {
            linus.verify(before.app().wrongCode());
        }
        refused(linus.verify(before.app().freshCode()), ProblemType.LOCKED);
        Response redeemed = redeem().statusCode(201).extract().response();
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200);
        linus.verify(redeemed.path("backupCodes.codes[0]")).statusCode(200);
    }

    @Test
    void r7_acknowledgedButNotEnrolledMeansABackupCodeForEachLogin() {
        Response redeemed = redeem().extract().response();
        String code = redeemed.path("backupCodes.codes[0]");
        refused(linus.verify(code), ProblemType.CODE_REJECTED);
        linus.acknowledge(redeemed.path("backupCodes.setId"))
                .statusCode(200)
                .body("status", is("backup_codes_only"))
                .body("reenrolmentRequired", is(true));
        linus.verify(code).statusCode(200).body("reenrolmentRequired", is(true)).body("backupCodesRemaining", is(9));
        refused(linus.verify(code), ProblemType.CODE_REJECTED);
    }

    @Test
    void r7_theRecoverySessionEnrolsAgainAndIsUsedUpByIt() {
        Response redeemed = redeem().extract().response();
        String session = redeemed.path("recoverySession");
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200);
        AuthenticatorApp app = enrolWith(session);
        assertEquals("enabled", linus.status());
        linus.verify(app.freshCode()).statusCode(200).body("backupCodesRemaining", is(10));
        refused(linus.startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
    }

    @Test
    void r7_whoEnrolsBeforeTheAcknowledgementKeepsTheSameNewCodes() {
        Response redeemed = redeem().extract().response();
        enrolWith(redeemed.path("recoverySession"));
        linus.acknowledge(redeemed.path("backupCodes.setId")).statusCode(200).body("status", is("enabled"));
        linus.verify(redeemed.path("backupCodes.codes[3]")).statusCode(200);
    }

    @Test
    void r7_withNeitherAPasswordAloneOpensNothingAndAnotherLinkHelps() {
        Response redeemed = redeem().extract().response();
        time.advance(Duration.ofMinutes(31));
        assertEquals("backup_codes_only", linus.status());
        refused(linus.acknowledge(redeemed.path("backupCodes.setId")), ProblemType.SET_NOT_PENDING);
        refused(
                linus.startEnrolment(Map.of("recoverySession", redeemed.path("recoverySession"))),
                ProblemType.RECOVERY_SESSION_INVALID);
        refused(linus.startEnrolment(Map.of()), ProblemType.SECOND_FACTOR_REQUIRED);
        token = sendLink();
        redeem().statusCode(201);
    }

    @Test
    void r7_theSessionDoesNothingButSetUp2fa() {
        String session = redeem().extract().path("recoverySession");
        refused(linus.verify(session.substring(0, 43)), ProblemType.CODE_MALFORMED);
        refused(linus.post("/v1/me/backup-codes", Map.of("code", session)), ProblemType.CODE_MALFORMED);
        refused(
                linus.call()
                        .body(Map.of("code", session))
                        .delete("/v1/me/second-factor")
                        .then(),
                ProblemType.CODE_MALFORMED);
        Member other = tenant.user();
        other.enrolled();
        refused(other.startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
        time.advance(Duration.ofMinutes(15));
        refused(linus.startEnrolment(Map.of("recoverySession", session)), ProblemType.RECOVERY_SESSION_INVALID);
    }

    @Test
    void r6_everyStepIsOnRecord() {
        redeem();
        assertEquals(
                List.of(
                        "recovery_link.sent",
                        "recovery_link.redeemed",
                        "second_factor.reset",
                        "backup_codes.issued",
                        "recovery_session.opened"),
                Trail.of(linus).lastTypes(5));
    }

    private AuthenticatorApp enrolWith(String session) {
        Response started = linus.startEnrolment(Map.of("recoverySession", session))
                .statusCode(201)
                .extract()
                .response();
        var app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        linus.confirm(started.path("id"), app.code()).statusCode(200).body("backupCodes", is(nullValue()));
        return app;
    }

    private String sendLink() {
        int before = (int) post.of(linus).subjects().stream()
                .filter("Your recovery link"::equals)
                .count();
        ada.post(path(), Map.of("reason", "link " + before)).statusCode(202);
        return post.of(linus)
                .await("Your recovery link", before + 1)
                .get(before)
                .token();
    }

    private ValidatableResponse redeem() {
        return redeemAs(linus, token);
    }

    private static ValidatableResponse redeemAs(Member member, String token) {
        return member.post("/v1/recovery/redemptions", Map.of("token", token));
    }

    private ValidatableResponse serviceRedeems(String userId) {
        Map<String, String> body = userId == null ? Map.of("token", token) : Map.of("token", token, "userId", userId);
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/recovery/redemptions")
                .then();
    }

    private String path() {
        return "/v1/accounts/" + tenant.id() + "/users/" + linus.id() + "/recovery-links";
    }
}

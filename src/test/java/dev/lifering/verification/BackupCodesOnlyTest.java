package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V6: without an authenticator each login costs a backup code, and the last one is never a dead end. */
@QuarkusTest
class BackupCodesOnlyTest {
    @Inject
    MovableTime time;

    @Test
    void v6_everyLoginNeedsABackupCodeAndTheAnswerSaysReenrolmentRequired() {
        Enrolled ada = withoutAuthenticator();
        assertEquals("backup_codes_only", ada.member().status());
        refused(ada.member().verify(ada.app().freshCode()), 422, "code-rejected");
        ada.member()
                .verify(ada.code(0))
                .statusCode(200)
                .body("status", is("backup_codes_only"))
                .body("reenrolmentRequired", is(true))
                .body("recoverySession", is(nullValue()));
        refused(ada.member().verify(ada.code(0)), 422, "code-rejected");
        ada.member()
                .get("/v1/me/second-factor")
                .body("reenrolmentRequired", is(true))
                .body("authenticators.size()", is(0))
                .body("backupCodes.remaining", is(7));
    }

    @Test
    void v6_spendingTheLastCodeGivesARecoverySessionThatStartsAnEnrolmentWithoutACode() {
        Enrolled ada = withoutAuthenticator();
        Response last = spendAll(ada);
        assertEquals(0, last.<Integer>path("backupCodesRemaining"));
        assertEquals(
                Duration.ofMinutes(15),
                Duration.between(
                        Instant.parse(last.path("verifiedAt")), Instant.parse(last.path("recoverySessionExpiresAt"))));
        Response started = start(ada, last.path("recoverySession"))
                .statusCode(201)
                .extract()
                .response();
        AuthenticatorApp app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        Response confirmed = ada.member()
                .confirm(started.path("id"), app.code())
                .statusCode(200)
                .body("status", is("enabled"))
                .body("backupCodes.codes.size()", is(8))
                .extract()
                .response();
        ada.member().acknowledge(confirmed.path("backupCodes.setId")).statusCode(200);
        ada.member().verify(app.freshCode()).statusCode(200).body("reenrolmentRequired", is(false));
        ada.member().verify(confirmed.path("backupCodes.codes[0]")).statusCode(200);
    }

    @Test
    void v6_theSessionBindsExactlyOneAuthenticator() {
        Enrolled ada = withoutAuthenticator();
        String session = spendAll(ada).path("recoverySession");
        Response one = start(ada, session).statusCode(201).extract().response();
        Response other = start(ada, session).statusCode(201).extract().response();
        ada.member().confirm(one.path("id"), app(one).code()).statusCode(200);
        refused(ada.member().confirm(other.path("id"), app(other).code()), 403, "recovery-session-invalid");
        refused(start(ada, session), 403, "recovery-session-invalid");
        ada.member().get("/v1/me/second-factor").body("authenticators.size()", is(1));
    }

    @Test
    void v6_theSessionIsForThatUserOnly() {
        Enrolled ada = withoutAuthenticator();
        String session = spendAll(ada).path("recoverySession");
        Enrolled bob = ada.member().tenant().user().enrolled();
        refused(start(bob, session), 403, "recovery-session-invalid");
        refused(start(ada, session.substring(1) + "A"), 403, "recovery-session-invalid");
        start(ada, session).statusCode(201);
    }

    @Test
    void v6_theSessionEndsAfterFifteenMinutes() {
        Enrolled ada = withoutAuthenticator();
        String session = spendAll(ada).path("recoverySession");
        time.advance(Duration.ofMinutes(14));
        Response started = start(ada, session).statusCode(201).extract().response();
        time.advance(Duration.ofMinutes(1));
        refused(ada.member().confirm(started.path("id"), app(started).code()), 403, "recovery-session-invalid");
        refused(start(ada, session), 403, "recovery-session-invalid");
        assertEquals("backup_codes_only", ada.member().status());
    }

    @Test
    void v6_theSessionOpensNothingButAnEnrolment() {
        Enrolled ada = withoutAuthenticator();
        String session = spendAll(ada).path("recoverySession");
        refused(ada.member().verify(session), 422, "code-malformed");
        refused(ada.member().post("/v1/me/backup-codes", Map.of("code", session)), 422, "code-malformed");
        refused(
                ada.member()
                        .call()
                        .body(Map.of("code", session))
                        .delete("/v1/me/second-factor")
                        .then(),
                422,
                "code-malformed");
        refused(ada.member().startEnrolment(Map.of()), 403, "second-factor-required");
    }

    @Test
    void v6_theLastCodeIsNoDeadEndWhenAnEnrolmentOrNewCodesCostIt() {
        Enrolled ada = withoutAuthenticator();
        spendAllBut(ada, 1);
        Response started = ada.member()
                .startEnrolment(Map.of("code", ada.code(7)))
                .statusCode(201)
                .body("recoverySession", is(notNullValue()))
                .extract()
                .response();
        start(ada, started.path("recoverySession")).statusCode(201);

        Enrolled bob = withoutAuthenticator();
        spendAllBut(bob, 1);
        Response renewed = bob.member()
                .post("/v1/me/backup-codes", Map.of("code", bob.code(7)))
                .statusCode(201)
                .body("recoverySession", is(notNullValue()))
                .extract()
                .response();
        start(bob, renewed.path("recoverySession")).statusCode(201);
        bob.member().acknowledge(renewed.path("setId")).statusCode(200);
        bob.member().verify(renewed.path("codes[0]")).statusCode(200).body("backupCodesRemaining", is(7));
    }

    /** The account issues 8 codes per set, the fewest there can be. */
    private Enrolled withoutAuthenticator() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("backupCodes", 8));
        Enrolled ada = tenant.user().enrolled();
        ada.member().remove(ada.authenticatorId(), ada.app().freshCode()).statusCode(204);
        return ada;
    }

    private static void spendAllBut(Enrolled who, int left) {
        for (int i = 0; i < who.codes().size() - left; i++) {
            who.member().verify(who.code(i)).statusCode(200).body("recoverySession", is(nullValue()));
        }
    }

    private static Response spendAll(Enrolled who) {
        spendAllBut(who, 1);
        return who.member()
                .verify(who.code(who.codes().size() - 1))
                .statusCode(200)
                .body("recoverySession", is(notNullValue()))
                .extract()
                .response();
    }

    private static ValidatableResponse start(Enrolled who, String session) {
        return who.member().startEnrolment(Map.of("recoverySession", session));
    }

    private AuthenticatorApp app(Response started) {
        return AuthenticatorApp.scanning(started.path("otpauthUri"), time);
    }
}

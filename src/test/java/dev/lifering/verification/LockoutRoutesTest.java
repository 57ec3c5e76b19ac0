package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V3: failures count per user across all routes and methods, and a lock closes all of them. */
@QuarkusTest
class LockoutRoutesTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void v3_failuresCountAcrossAllRoutesAndMethodsAndALockClosesAllOfThem() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Member member = ada.member();
        Response started = member.startEnrolment(Map.of("code", ada.app().freshCode()))
                .extract()
                .response();
        AuthenticatorApp second = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        Response renewed = renew(member, ada.code(0)).statusCode(201).extract().response();
        String setId = renewed.path("setId");
        String pending = renewed.path("codes[0]");
        String foreign = Tenant.direct(time).user().confirmed().code(0);
        time.toNextStep();

        costs(member.verifyOwn(ada.app().wrongCode()), 4);
        costs(member.verify(foreign), 3);
        costs(renew(member, ada.app().wrongCode()), 2);
        costs(member.confirm(started.path("id"), second.wrongCode()), 1);
        costs(prove(member, setId, foreign), 0);

        String right = ada.app().code();
        refused(member.verifyOwn(right), 429, "locked");
        refused(member.verify(ada.code(1)), 429, "locked");
        refused(member.startEnrolment(Map.of("code", right)), 429, "locked");
        refused(member.confirm(started.path("id"), second.code()), 429, "locked");
        refused(rename(member, ada.authenticatorId(), right), 429, "locked");
        refused(member.remove(ada.authenticatorId(), right), 429, "locked");
        refused(renew(member, right), 429, "locked");
        refused(prove(member, setId, pending), 429, "locked");
        refused(switchOff(member, right), 429, "locked");
        member.get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators.size()", is(1))
                .body("backupCodes.remaining", is(9));
    }

    @Test
    void v3_everyStepUpCallCounts() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Member member = ada.member();
        String wrong = ada.app().wrongCode();
        costs(member.startEnrolment(Map.of("code", wrong)), 4);
        costs(rename(member, ada.authenticatorId(), wrong), 3);
        costs(member.remove(ada.authenticatorId(), wrong), 2);
        costs(renew(member, wrong), 1);
        costs(switchOff(member, wrong), 0);
        assertEquals("enabled", member.status());
    }

    @Test
    void v3_theFirstConfirmationIsGuardedAsWell() {
        Member member = Tenant.direct(time).user();
        Response started = member.startEnrolment(Map.of()).extract().response();
        AuthenticatorApp app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        time.toNextStep();
        for (int remaining = 4; remaining >= 0; remaining--) {
            costs(member.confirm(started.path("id"), app.wrongCode()), remaining);
        }
        refused(member.confirm(started.path("id"), app.code()), 429, "locked");
        time.advance(Duration.ofSeconds(30));
        member.confirm(started.path("id"), app.code()).statusCode(200);
    }

    @Test
    void v3_whoeverHasNoSecondFactorYetIsNeverBlockedForNoRecoveryCouldFreeHim() {
        Member member = Tenant.direct(time).user();
        Response started = member.startEnrolment(Map.of()).extract().response();
        AuthenticatorApp app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        database.update("update second_factor set failed_attempts = 99 where user_id = ?", member.id());
        costs(member.confirm(started.path("id"), app.wrongCode()), 0);
        time.advance(Duration.ofMinutes(15));
        Response fresh = member.startEnrolment(Map.of()).extract().response();
        AuthenticatorApp next = AuthenticatorApp.scanning(fresh.path("otpauthUri"), time);
        member.confirm(fresh.path("id"), next.code()).statusCode(200);
    }

    @Test
    void v3_otherUsersAreNotTouchedByALock() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Enrolled bob = tenant.user().enrolled();
        for (int i = 0; i < 5; i++) {
            ada.member().verify(ada.app().wrongCode()).statusCode(422);
        }
        refused(ada.member().verify(ada.code(0)), 429, "locked");
        bob.member().verify(bob.app().freshCode()).statusCode(200);
        bob.member().verify(bob.code(0)).statusCode(200);
    }

    private static void costs(ValidatableResponse answer, int remaining) {
        refused(answer, 422, "code-rejected").body("attemptsRemaining", is(remaining));
    }

    private static ValidatableResponse renew(Member member, String code) {
        return member.post("/v1/me/backup-codes", Map.of("code", code));
    }

    private static ValidatableResponse prove(Member member, String setId, String proof) {
        return member.post("/v1/me/backup-codes/" + setId + "/acknowledgement", Map.of("proof", proof));
    }

    private static ValidatableResponse rename(Member member, String id, String code) {
        return member.call()
                .body(Map.of("label", "New name", "code", code))
                .patch("/v1/me/authenticators/" + id)
                .then();
    }

    private static ValidatableResponse switchOff(Member member, String code) {
        return member.call()
                .body(Map.of("code", code))
                .delete("/v1/me/second-factor")
                .then();
    }
}

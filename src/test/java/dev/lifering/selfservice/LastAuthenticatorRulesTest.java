package dev.lifering.selfservice;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule E6: renaming and removing authenticators, and what is left without one. */
@QuarkusTest
class LastAuthenticatorRulesTest {
    @Inject
    MovableTime time;

    @Test
    void e6_removingTheLastOneLeavesBackupCodesOnly() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Change.REMOVE_AUTHENTICATOR.by(ada, ada.app().freshCode()).statusCode(204);
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("backup_codes_only"))
                .body("authenticators", empty())
                .body("backupCodes.remaining", is(10))
                .body("reenrolmentRequired", is(true));
        Map<String, String> event = Trail.of(ada.member()).newest();
        assertEquals("authenticator.removed", event.get("type"));
        assertEquals(ada.authenticatorId(), event.get("object"));
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(0)).statusCode(200).body("reenrolmentRequired", is(true));
    }

    @Test
    void e6_removingOneOfTwoLeavesItEnabled() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        AuthenticatorApp tablet = addTablet(ada);
        // A code of the one that stays pays for the removal, as does one of the one that goes.
        Change.REMOVE_AUTHENTICATOR.by(ada, tablet.freshCode()).statusCode(204);
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators", hasSize(1))
                .body("reenrolmentRequired", is(false));
        refused(ada.member().verify(ada.app().freshCode()), ProblemType.CODE_REJECTED);
        ada.member().verify(tablet.code()).statusCode(200);
    }

    @Test
    void e6_theLastOneMayNotGoWithoutBackupCodes() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        for (String code : ada.codes()) {
            ada.member().verify(code).statusCode(200);
        }
        String code = ada.app().freshCode();
        refused(Change.REMOVE_AUTHENTICATOR.by(ada, code), ProblemType.LAST_FACTOR);
        assertEquals("enabled", ada.member().status());
        // The code was not spent on what could not be done.
        ada.member().verify(code).statusCode(200);
    }

    @Test
    void e6_theLastBackupCodeDoesNotPayForRemovingTheLastAuthenticator() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        for (String code : ada.codes().subList(0, 9)) {
            ada.member().verify(code).statusCode(200);
        }
        refused(Change.REMOVE_AUTHENTICATOR.by(ada, ada.code(9)), ProblemType.LAST_FACTOR);
        assertEquals("enabled", ada.member().status());
        Change.REMOVE_AUTHENTICATOR.by(ada, ada.app().freshCode()).statusCode(204);
        ada.member().verify(ada.code(9)).statusCode(200).body("backupCodesRemaining", is(0));
    }

    @Test
    void e6_aPendingSetDoesNotCountAsBackupCodes() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        for (String code : ada.codes()) {
            ada.member().verify(code).statusCode(200);
        }
        Response renewed = Change.RENEW_BACKUP_CODES
                .by(ada, ada.app().freshCode())
                .statusCode(201)
                .extract()
                .response();
        refused(Change.REMOVE_AUTHENTICATOR.by(ada, ada.app().freshCode()), ProblemType.LAST_FACTOR);
        ada.member().acknowledge(renewed.path("setId")).statusCode(200);
        Change.REMOVE_AUTHENTICATOR.by(ada, ada.app().code()).statusCode(204);
        assertEquals("backup_codes_only", ada.member().status());
    }

    @Test
    void e6_outOfBackupCodesOnlyLeadsANewAuthenticator() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Change.REMOVE_AUTHENTICATOR.by(ada, ada.code(0)).statusCode(204);
        Response started = Change.START_ENROLMENT
                .by(ada, ada.code(1))
                .statusCode(201)
                .extract()
                .response();
        assertEquals("backup_codes_only", ada.member().status());
        var app = new AuthenticatorApp(started.path("secret"), time);
        ada.member().confirm(started.path("id"), app.code()).statusCode(200).body("status", is("enabled"));
        ada.member()
                .get("/v1/me/second-factor")
                .body("reenrolmentRequired", is(false))
                .body("backupCodes.remaining", is(8));
        ada.member().verify(app.freshCode()).statusCode(200).body("reenrolmentRequired", is(false));
    }

    @Test
    void e6_anAuthenticatorIsRenamed() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Map<String, ?> renamed = Change.RENAME_AUTHENTICATOR
                .by(ada, ada.app().freshCode())
                .statusCode(200)
                .body("id", is(ada.authenticatorId()))
                .body("label", is("New name"))
                .extract()
                .path("$");
        ada.member().get("/v1/me/second-factor").body("authenticators", is(List.of(renamed)));
        ada.member().verify(ada.app().freshCode()).statusCode(200).body("authenticator.label", is("New name"));
        Map<String, String> event = Trail.of(ada.member()).events().get(1);
        assertEquals("authenticator.renamed", event.get("type"));
        assertEquals(ada.authenticatorId(), event.get("object"));
    }

    @Test
    void x3_anAuthenticatorIsNobodyElses() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Enrolled eve = tenant.user().enrolled();
        for (String id : List.of(ada.authenticatorId(), UUID.randomUUID().toString())) {
            var reaching = new Enrolled(eve.member(), eve.app(), id, eve.setId(), eve.codes());
            for (Change change : List.of(Change.RENAME_AUTHENTICATOR, Change.REMOVE_AUTHENTICATOR)) {
                refused(change.by(reaching, eve.code(0)), ProblemType.NOT_FOUND);
                refused(change.by(reaching, null), ProblemType.NOT_FOUND);
            }
        }
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        // No code was spent on it.
        eve.member().verify(eve.code(0)).statusCode(200);
    }

    private AuthenticatorApp addTablet(Enrolled user) {
        Response started = Change.START_ENROLMENT
                .by(user, user.app().freshCode())
                .statusCode(201)
                .extract()
                .response();
        var tablet = new AuthenticatorApp(started.path("secret"), time);
        user.member().confirm(started.path("id"), tablet.code()).statusCode(200);
        return tablet;
    }
}

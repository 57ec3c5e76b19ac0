package dev.lifering.selfservice;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule X2: each change to a second factor is mailed to the user, and nothing else is. */
@QuarkusTest
class ChangesAreMailedTest {
    @Inject
    MovableTime time;

    @Inject
    MailTable mails;

    Mailbox.Post post;

    @Test
    void x2_enablingIsOneMailAndOnlyWhenItIsEnabled() {
        Member ada = Tenant.direct(time).user();
        Enrolled confirmed = ada.confirmed();
        assertEquals(List.of(), mails.to(ada));
        ada.acknowledge(confirmed.setId()).statusCode(200);
        assertEquals(List.of("second_factor_enabled"), mails.to(ada));
        post.of(ada).newest("Two-factor authentication is on");
    }

    @Test
    void x2_switchingOffIsMailed() {
        Enrolled ada = enrolled();
        assertEquals(
                List.of("second_factor_switched_off"),
                left(ada, () -> Change.SWITCH_OFF.by(ada, ada.app().freshCode()).statusCode(204)));
    }

    @Test
    void x2_enablingAgainIsMailedAgain() {
        Enrolled ada = enrolled();
        Change.SWITCH_OFF.by(ada, ada.app().freshCode()).statusCode(204);
        assertEquals(List.of("second_factor_enabled"), left(ada, ada.member()::enrolled));
    }

    @Test
    void x2_aFurtherAuthenticatorIsMailed() {
        Enrolled ada = enrolled();
        Response started = start(ada, ada.app().freshCode());
        assertEquals(List.of("authenticator_added"), left(ada, () -> confirm(ada, started)));
    }

    @Test
    void x2_replacingOneIsMailedAsBoth() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 1));
        Enrolled ada = tenant.user().enrolled();
        Response started = start(ada, ada.code(0));
        assertEquals(List.of("authenticator_removed", "authenticator_added"), left(ada, () -> confirm(ada, started)));
        String gone =
                post.of(ada.member()).newest("An authenticator was removed").text();
        assertEquals(true, gone.contains("Authenticator app"), gone);
        String fresh =
                post.of(ada.member()).newest("An authenticator was added").text();
        assertEquals(true, fresh.contains("Tablet"), fresh);
    }

    @Test
    void x2_renamingIsMailed() {
        Enrolled ada = enrolled();
        assertEquals(
                List.of("authenticator_renamed"),
                left(
                        ada,
                        () -> Change.RENAME_AUTHENTICATOR
                                .by(ada, ada.app().freshCode())
                                .statusCode(200)));
        String text =
                post.of(ada.member()).newest("An authenticator was renamed").text();
        assertEquals(true, text.contains("New name"), text);
    }

    @Test
    void x2_removingTheLastOneIsMailed() {
        Enrolled ada = enrolled();
        assertEquals(
                List.of("authenticator_removed"),
                left(
                        ada,
                        () -> Change.REMOVE_AUTHENTICATOR
                                .by(ada, ada.app().freshCode())
                                .statusCode(204)));
    }

    @Test
    void x2_newBackupCodesAreMailedWhenTheyCount() {
        Enrolled ada = enrolled();
        Response renewed = Change.RENEW_BACKUP_CODES
                .by(ada, ada.app().freshCode())
                .statusCode(201)
                .extract()
                .response();
        assertEquals(List.of("second_factor_enabled"), mails.to(ada.member()));
        assertEquals(
                List.of("backup_codes_replaced"),
                left(ada, () -> ada.member().acknowledge(renewed.path("setId")).statusCode(200)));
        String text = post.of(ada.member()).newest("You have new backup codes").text();
        assertEquals(true, text.contains(renewed.path("label")), text);
    }

    @Test
    void x2_whatIsRefusedIsNotMailed() {
        Enrolled ada = enrolled();
        assertEquals(List.of(), left(ada, () -> {
            for (Change change : Change.values()) {
                refused(change.by(ada, null), ProblemType.SECOND_FACTOR_REQUIRED);
            }
            refused(Change.SWITCH_OFF.by(ada, ada.app().wrongCode()), ProblemType.CODE_REJECTED);
            refused(ada.member().acknowledge(ada.setId()), ProblemType.SET_NOT_PENDING);
        }));
    }

    @Test
    void x2_whatChangesNothingIsNotMailed() {
        Enrolled ada = enrolled();
        assertEquals(List.of(), left(ada, () -> {
            ada.member().verify(ada.app().freshCode()).statusCode(200);
            start(ada, ada.app().freshCode());
            ada.member().get("/v1/me/second-factor").statusCode(200);
        }));
    }

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    private List<String> left(Enrolled who, Runnable action) {
        return mails.leftBy(who.member(), action);
    }

    private static Response start(Enrolled who, String code) {
        return Change.START_ENROLMENT.by(who, code).statusCode(201).extract().response();
    }

    private void confirm(Enrolled who, Response started) {
        var app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        who.member().confirm(started.path("id"), app.code()).statusCode(200);
    }
}

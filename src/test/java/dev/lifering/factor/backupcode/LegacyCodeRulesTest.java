package dev.lifering.factor.backupcode;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.Migrated;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What backup codes mean that came over from another product. */
@QuarkusTest
class LegacyCodeRulesTest {
    @Inject
    MovableTime time;

    @Inject
    MailTable mails;

    Mailbox.Post post;

    private Migrated migrated(int codes) {
        return Migrated.of(Tenant.direct(time).user(), time, codes);
    }

    @Test
    void theCodesOnThePaperCountAndTheStatusSaysWhoseTheyAre() {
        Migrated ada = migrated(5);
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("backupCodes.label", is("Ory Kratos"))
                .body("backupCodes.remaining", is(5))
                .body("backupCodes.low", is(false))
                .body("backupCodes.legacy", is(true))
                .body("demands.methods", is(List.of("totp", "backup_code")));
        ada.member()
                .verify(ada.code(0))
                .statusCode(200)
                .body("method", is("backup_code"))
                .body("authenticator", is(nullValue()))
                .body("legacyBackupCode", is(true))
                .body("backupCodesRemaining", is(4))
                .body("lowBackupCodes", is(false));
        ada.member().verifyOwn(ada.code(1)).statusCode(200).body("lowBackupCodes", is(true));
        ada.member()
                .verify(ada.app().freshCode())
                .statusCode(200)
                .body("legacyBackupCode", is(nullValue()))
                .body("backupCodesRemaining", is(3));
    }

    @Test
    void b1_caseSpacesAndHyphensDoNotMatter() {
        Migrated ada = migrated(2);
        ada.member().verify(ada.code(0).toUpperCase(Locale.ROOT)).statusCode(200);
        ada.member().verify(" " + ada.code(1).replaceFirst("....", "$0 - ")).statusCode(200);
    }

    @Test
    void b3_aCodeWorksOnceAndWrongUsedAndUnknownAreAnsweredAlike() {
        Migrated ada = migrated(3);
        ada.member().verify(ada.code(0)).statusCode(200);
        String used = detail(ada, ada.code(0), 4);
        assertEquals("used", Trail.of(ada.member()).newest().get("reason"));
        assertEquals(used, detail(ada, Migrated.code(), 3));
        assertEquals("wrong", Trail.of(ada.member()).newest().get("reason"));
        assertEquals(
                used,
                detail(ada, Migrated.of(ada.member().tenant().user(), time, 1).code(0), 2));
        assertEquals(used, detail(ada, BackupCode.draw(new SecureRandom(), 0).reveal(), 1));
    }

    private static String detail(Migrated user, String code, int attemptsRemaining) {
        return refused(user.member().verify(code), ProblemType.CODE_REJECTED)
                .body("attemptsRemaining", is(attemptsRemaining))
                .extract()
                .path("detail");
    }

    @Test
    void v3_aTextOfTheirFormIsAnAttemptOfWhoeverHasThemAndATypingErrorOfOthers() {
        Migrated ada = migrated(2);
        for (String text : List.of("12345678901", "ABCD-EFGH-IJKL")) {
            refused(ada.member().verify(text), ProblemType.CODE_REJECTED);
        }
        for (String text : List.of("abcdefg", "A7QF3-M9D2X-WRK4", "abcdefg!")) {
            refused(ada.member().verify(text), ProblemType.CODE_MALFORMED).body("attemptsRemaining", is(nullValue()));
        }
        refused(ada.member().verify(Migrated.code()), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(2));
        Enrolled eve = ada.member().tenant().user().enrolled();
        refused(eve.member().verify(ada.code(0)), ProblemType.CODE_MALFORMED);
        assertEquals(0, Trail.of(eve.member()).count("verification", "rejected"));
        refused(eve.member().verify(eve.app().wrongCode()), ProblemType.CODE_REJECTED)
                .body("attemptsRemaining", is(4));
    }

    @Test
    void v3_fiveWrongOnesLockTheRightOneOutToo() {
        Migrated ada = migrated(2);
        for (int left = 4; left >= 0; left--) {
            refused(ada.member().verify(Migrated.code()), ProblemType.CODE_REJECTED)
                    .body("attemptsRemaining", is(left));
        }
        refused(ada.member().verify(ada.code(0)), ProblemType.LOCKED);
        ada.member().get("/v1/me/second-factor").body("backupCodes.remaining", is(2));
    }

    @Test
    void b4_theyCountUntilTheUsersOwnSetIsAcknowledgedAndNoLonger() {
        Migrated ada = migrated(4);
        Member member = ada.member();
        var issued = member.post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                .statusCode(201)
                .extract();
        String own = issued.path("codes[0]");
        refused(member.verify(own), ProblemType.CODE_REJECTED);
        member.verify(ada.code(1)).statusCode(200).body("backupCodesRemaining", is(2));
        member.acknowledge(issued.path("setId"))
                .statusCode(200)
                .body("backupCodes.remaining", is(10))
                .body("backupCodes.legacy", is(nullValue()));
        refused(member.verify(ada.code(2)), ProblemType.CODE_MALFORMED);
        member.verify(own).statusCode(200).body("legacyBackupCode", is(nullValue()));
    }

    @Test
    void e6_withoutTheAppTheyAreLeftAndTheLastOneIsNoDeadEnd() {
        Migrated ada = migrated(3);
        Member member = ada.member();
        String app = member.get("/v1/me/second-factor").extract().path("authenticators[0].id");
        member.remove(app, ada.code(0)).statusCode(204);
        member.get("/v1/me/second-factor")
                .body("status", is("backup_codes_only"))
                .body("backupCodes.legacy", is(true));
        member.verify(ada.code(1)).statusCode(200).body("recoverySession", is(nullValue()));
        String session = member.verify(ada.code(2))
                .statusCode(200)
                .body("backupCodesRemaining", is(0))
                .body("recoverySession", is(notNullValue()))
                .extract()
                .path("recoverySession");
        member.startEnrolment(Map.of("recoverySession", session)).statusCode(201);
    }

    @Test
    void e6_theLastAppMayNotGoForTheLastOfThem() {
        Migrated ada = migrated(1);
        String app = ada.member().get("/v1/me/second-factor").extract().path("authenticators[0].id");
        refused(ada.member().remove(app, ada.code(0)), ProblemType.LAST_FACTOR);
    }

    @Test
    void r6_aResetRevokesThemAndItsUndoBringsTheUnspentOnesBack() {
        Tenant tenant = Tenant.direct(time);
        Member admin = tenant.admin();
        Migrated ada = Migrated.of(tenant.user(), time, 3);
        Member member = ada.member();
        member.verify(ada.code(0)).statusCode(200);
        admin.post("/v1/accounts/" + tenant.id() + "/users/" + member.id() + "/recovery-links", Map.of())
                .statusCode(202);
        String token = post.of(member).newest("Your recovery link").token();
        member.post("/v1/recovery/redemptions", Map.of("token", token)).statusCode(201);
        refused(member.verify(ada.code(1)), ProblemType.CODE_MALFORMED);
        String repudiation = post.of(member)
                .newest("Your two-factor authentication was reset")
                .token();
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("token", repudiation))
                .post("/v1/recovery/repudiations")
                .then()
                .statusCode(200);
        refused(member.verify(ada.code(0)), ProblemType.CODE_REJECTED);
        member.verify(ada.code(1)).statusCode(200).body("backupCodesRemaining", is(1));
    }

    @Test
    void b5_eachThatIsUsedIsMailed() {
        Migrated ada = migrated(2);
        assertEquals(
                List.of("backup_code_used"),
                mails.leftBy(
                        ada.member(), () -> ada.member().verify(ada.code(0)).statusCode(200)));
    }
}

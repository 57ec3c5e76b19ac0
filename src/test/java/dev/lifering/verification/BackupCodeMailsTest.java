package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules B5 and X2: a backup code that is used is mailed, whatever it was used for, with what is left. */
@QuarkusTest
class BackupCodeMailsTest {
    private static final String USED = "backup_code_used";

    @Inject
    MovableTime time;

    @Inject
    MailTable mails;

    Mailbox.Post post;

    @Test
    void b5_eachBackupCodeUsedAtALoginIsMailedWithWhatIsLeft() {
        Enrolled ada = enrolled();
        assertEquals(List.of(USED, USED), mails.leftBy(ada.member(), () -> {
            ada.member().verify(ada.code(0)).statusCode(200);
            ada.member().verifyOwn(ada.code(1)).statusCode(200);
        }));
        List<Mailbox.Letter> letters = post.of(ada.member()).await("A backup code was used", 2);
        assertEquals(true, letters.stream().anyMatch(letter -> letter.text().contains("9")), letters.get(0)::text);
        assertEquals(true, letters.stream().anyMatch(letter -> letter.text().contains("8")), letters.get(1)::text);
    }

    @Test
    void b5_withThreeLeftTheMailAsksForNewOnes() {
        Enrolled ada = enrolled();
        for (String code : ada.codes().subList(0, 6)) {
            ada.member().verify(code).statusCode(200).body("lowBackupCodes", is(false));
        }
        ada.member().verify(ada.code(6)).statusCode(200).body("lowBackupCodes", is(true));
        post.of(ada.member()).newest("Your backup codes are running low");
        assertEquals(7, Collections.frequency(mails.to(ada.member()), USED));
    }

    @Test
    void b5_aBackupCodeThatPaidForAChangeIsMailedToo() {
        Enrolled ada = enrolled();
        assertEquals(
                List.of(USED),
                mails.leftBy(
                        ada.member(),
                        () -> ada.member()
                                .post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                                .statusCode(201)));
        assertEquals(
                List.of(USED, "second_factor_switched_off"),
                mails.leftBy(
                        ada.member(),
                        () -> ada.member()
                                .call()
                                .body(Map.of("code", ada.code(1)))
                                .delete("/v1/me/second-factor")
                                .then()
                                .statusCode(204)));
    }

    @Test
    void b5_provingTheNewCodesUsesNone() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        ada.member()
                .post("/v1/me/backup-codes/" + ada.setId() + "/acknowledgement", Map.of("proof", ada.code(0)))
                .statusCode(200);
        assertEquals(List.of("second_factor_enabled"), mails.to(ada.member()));
    }

    @Test
    void b5_whatWasNotSpentIsNotMailed() {
        Enrolled ada = enrolled();
        Enrolled bob = enrolled();
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> {
            refused(ada.member().verify(bob.code(0)), ProblemType.CODE_REJECTED);
            ada.member().verify(ada.app().freshCode()).statusCode(200);
        }));
    }

    @Test
    void b5_ofManyWhoUseOneCodeAtOnceOneIsMailed() {
        Enrolled ada = enrolled();
        var post = new Post(ada.member().token(), "/v1/me/verifications", "{\"code\":\"" + ada.code(0) + "\"}");
        List<String> left = mails.leftBy(ada.member(), () -> {
            try (var stampede = new Stampede(10)) {
                assertEquals(1, Collections.frequency(stampede.run(Collections.nCopies(10, post)), 200));
            }
        });
        assertEquals(1, Collections.frequency(left, USED));
    }

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }
}

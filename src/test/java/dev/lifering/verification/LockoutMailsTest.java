package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule X2: a lockout is mailed, but whoever guesses cannot flood the mailbox. */
@QuarkusTest
class LockoutMailsTest {
    private static final List<String> ONE = List.of("locked_out");

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    MailTable mails;

    Mailbox.Post post;

    @Test
    void x2_theFirstLockOfARowIsMailedAndTheLaterOnesAreNot() {
        Enrolled ada = enrolled();
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> wrong(ada, 4)));
        assertEquals(ONE, mails.leftBy(ada.member(), () -> wrong(ada, 1)));
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> wrong(ada, 5)));
        post.of(ada.member()).await("Too many wrong codes", 1);
    }

    @Test
    void x2_aNewRowIsMailedAgain() {
        Enrolled ada = enrolled();
        wrong(ada, 5);
        ada.member().verify(ada.app().freshCodeIn(2)).statusCode(200);
        assertEquals(ONE, mails.leftBy(ada.member(), () -> wrong(ada, 6)));
    }

    @Test
    void x2_whatIsAnsweredWhileLockedIsNotMailed() {
        Enrolled ada = enrolled();
        wrong(ada, 4);
        refused(ada.member().verify(ada.app().wrongCode()), ProblemType.CODE_REJECTED);
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> {
            for (int i = 0; i < 10; i++) {
                refused(ada.member().verify(ada.app().wrongCode()), ProblemType.LOCKED);
            }
        }));
    }

    @Test
    void x2_theBlockAfterAHundredIsMailed() {
        Enrolled ada = enrolled();
        failuresSoFar(ada.member(), 98);
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> wrong(ada, 1)));
        assertEquals(ONE, mails.leftBy(ada.member(), () -> wrong(ada, 1)));
        assertEquals(List.of(), mails.leftBy(ada.member(), () -> {
            time.advance(Duration.ofDays(1));
            refused(ada.member().verify(ada.app().wrongCode()), ProblemType.LOCKED);
        }));
    }

    @Test
    void x2_guessingAtAnEnrolmentDoesNotFloodTheMailboxEither() {
        Member ada = Tenant.direct(time).user();
        ada.confirmed();
        failuresSoFar(ada, 98);
        assertEquals(List.of(), mails.leftBy(ada, () -> {
            for (int i = 0; i < 4; i++) {
                Response started =
                        ada.startEnrolment(Map.of()).statusCode(201).extract().response();
                var app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
                refused(ada.confirm(started.path("id"), app.wrongCode()), ProblemType.CODE_REJECTED);
                time.advance(Duration.ofMinutes(15));
            }
        }));
    }

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    private void failuresSoFar(Member member, int failures) {
        database.update("update second_factor set failed_attempts = ? where user_id = ?", failures, member.id());
    }

    private void wrong(Enrolled who, int times) {
        for (int i = 0; i < times; i++) {
            time.advance(Duration.ofMinutes(15));
            refused(who.member().verify(who.app().wrongCode()), ProblemType.CODE_REJECTED);
        }
    }
}

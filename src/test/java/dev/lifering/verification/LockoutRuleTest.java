package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V3: what wrong codes cost. */
@QuarkusTest
class LockoutRuleTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Test
    void v3_theFifthFailureInARowIsStillAnswered422AndLocksForThirtySeconds() {
        Enrolled ada = enrolled();
        for (int remaining = 4; remaining >= 0; remaining--) {
            wrong(ada).body("attemptsRemaining", is(remaining)).body("retryAfter", is(nullValue()));
        }
        assertEquals(Duration.ofSeconds(30), lastLock(ada));
        assertEquals(5, failures(ada));
        ada.member()
                .get("/v1/me/second-factor")
                .body("lockedUntil", is(notNullValue()))
                .body("blocked", is(false));
    }

    @Test
    void v3_aLockedUserGets429WithRetryAfterWhateverTheCode() {
        Enrolled ada = locked();
        locked(ada.member().verify(ada.app().wrongCode()));
        locked(ada.member().verify(ada.app().codeInSteps(1)));
        locked(ada.member().verify(ada.code(0)));
        locked(ada.member().verify("no code at all"));
        locked(ada.member().verifyOwn(ada.code(0)));
        assertEquals(5, failures(ada));
        time.advance(Duration.ofSeconds(30));
        ada.member().verify(ada.code(0)).statusCode(200).body("backupCodesRemaining", is(9));
        ada.member().verify(ada.app().code()).statusCode(200);
    }

    @Test
    void v3_eachLaterFailureLocksForTwiceAsLongUpToFifteenMinutes() {
        Enrolled ada = locked();
        for (int seconds : new int[] {60, 120, 240, 480, 900, 900}) {
            time.advance(Duration.ofMinutes(15));
            wrong(ada).body("attemptsRemaining", is(0));
            assertEquals(Duration.ofSeconds(seconds), lastLock(ada));
            int wait = refused(ada.member().verify(ada.app().wrongCode()), 429, "locked")
                    .body("retryAfter", is(lessThanOrEqualTo(seconds)))
                    .extract()
                    .path("retryAfter");
            assertEquals(true, wait > seconds / 2, "waits for " + wait);
        }
    }

    @Test
    void v3_aSuccessBeginsTheCountAnew() {
        Enrolled ada = enrolled();
        for (int i = 0; i < 4; i++) {
            wrong(ada);
        }
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        wrong(ada).body("attemptsRemaining", is(4));
        ada.member().verify(ada.code(0)).statusCode(200);
        assertEquals(0, failures(ada));
        for (int i = 0; i < 6; i++) {
            wrong(ada);
            time.advance(Duration.ofMinutes(1));
        }
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        ada.member().get("/v1/me/second-factor").body("lockedUntil", is(nullValue()));
        wrong(ada).body("attemptsRemaining", is(4));
    }

    @Test
    void v3_aTypingErrorCostsNothing() {
        Enrolled ada = enrolled();
        wrong(ada);
        List<String> told = trail.told(ada.member().tenant(), () -> {
            for (int i = 0; i < 6; i++) {
                refused(ada.member().verify(mistyped(ada.code(0))), 422, "code-malformed")
                        .body("attemptsRemaining", is(nullValue()));
                refused(ada.member().verifyOwn("1234567"), 422, "code-malformed");
            }
        });
        assertEquals(List.of(), told);
        assertEquals(1, failures(ada));
        wrong(ada).body("attemptsRemaining", is(3));
    }

    @Test
    void v3_theLockIsInTheDatabaseSoThatEveryReplicaSeesIt() {
        Enrolled ada = locked();
        Map<String, Object> row = row(ada);
        assertEquals(5, row.get("failed_attempts"));
        assertEquals(true, instant(row.get("locked_until")).isAfter(time.instant()));
        Enrolled bob = enrolled();
        database.update(
                "update second_factor set failed_attempts = 7, locked_until = ? where user_id = ?",
                Timestamp.from(time.instant().plusSeconds(100)),
                bob.member().id());
        locked(bob.member().verify(bob.code(0)));
        time.advance(Duration.ofSeconds(100));
        wrong(bob);
        assertEquals(Duration.ofSeconds(240), lastLock(bob));
    }

    @Test
    void v3_aHundredFailuresInARowBlockUntilRecovery() {
        Enrolled ada = enrolled();
        for (int failure = 1; failure <= 100; failure++) {
            time.advance(Duration.ofMinutes(15));
            wrong(ada);
        }
        time.advance(Duration.ofDays(30));
        for (String right : List.of(ada.app().code(), ada.code(0))) {
            locked(ada.member().verify(right)).body("blocked", is(true));
        }
        assertEquals(100, failures(ada));
        ada.member().get("/v1/me/second-factor").body("blocked", is(true)).body("status", is("enabled"));
    }

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    private Enrolled locked() {
        Enrolled ada = enrolled();
        time.toNextStep();
        for (int i = 0; i < 5; i++) {
            wrong(ada);
        }
        return ada;
    }

    private static ValidatableResponse wrong(Enrolled who) {
        return refused(who.member().verify(who.app().wrongCode()), 422, "code-rejected");
    }

    private static ValidatableResponse locked(ValidatableResponse answer) {
        int wait = refused(answer, 429, "locked")
                .body("retryAfter", is(allOf(greaterThan(0), lessThanOrEqualTo(900))))
                .body("attemptsRemaining", is(nullValue()))
                .extract()
                .path("retryAfter");
        return answer.header("Retry-After", String.valueOf(wait));
    }

    private static String mistyped(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A');
    }

    private Map<String, Object> row(Enrolled who) {
        return database.row(
                "select * from second_factor where user_id = ?", who.member().id());
    }

    private int failures(Enrolled who) {
        return (Integer) row(who).get("failed_attempts");
    }

    /** How long the last failure has locked. */
    private Duration lastLock(Enrolled who) {
        var events = trail.of(who.member().tenant());
        Instant failed = events.get(events.size() - 1).occurredAt();
        return Duration.between(failed, instant(row(who).get("locked_until")));
    }

    private static Instant instant(Object timestamp) {
        return ((Timestamp) timestamp).toInstant();
    }
}

package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device whose clock is wrong: its codes are wrong, its user is told why, and nobody else gains anything. */
@QuarkusTest
class ClockHintRuleTest {
    private static final String USED = "used";
    private static final int AHEAD = 10;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Test
    void v2_twoCodesThatAreEquallyFarAheadAreToldToTheUserAndHisAdministrator() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, AHEAD);
        silent(ada);
        wrong(ada, AHEAD);
        status(ada).body("clock.offsetSeconds", is(300)).body("clock.seenAt", notNullValue());
        Member admin = ada.member().tenant().admin();
        admin.get("/v1/accounts/" + ada.member().tenant().id() + "/users")
                .body("items.find { it.id == '" + ada.member().id() + "' }.clock.offsetSeconds", is(300))
                .body("items.find { it.id == '" + admin.id() + "' }", not(hasKey("clock")));
    }

    @Test
    void v2_aClockThatIsBehindIsToldToo() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, -20);
        wrong(ada, -20);
        status(ada).body("clock.offsetSeconds", is(-600));
    }

    @Test
    void v2_aCodeThatIsOffIsAnsweredAndCountedLikeAnyWrongOne() {
        Enrolled ada = rested(Tenant.direct(time));
        String off = body(ada.member().verify(ada.app().codeInSteps(AHEAD)));
        Enrolled bob = rested(Tenant.direct(time));
        String wrong = body(bob.member().verify(bob.app().wrongCode()));
        assertEquals(wrong, off);
        var last = trail.of(ada.member().tenant());
        assertEquals("wrong", last.get(last.size() - 1).reason());
    }

    @Test
    void v2_furtherThanTenMinutesIsSilent() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, 22);
        wrong(ada, 22);
        silent(ada);
    }

    @Test
    void v2_theSameCodeTwiceIsSilent() {
        Enrolled ada = rested(Tenant.direct(time));
        String code = ada.app().codeInSteps(AHEAD);
        refused(ada.member().verify(code), 422, "code-rejected");
        refused(ada.member().verify(code), 422, "code-rejected");
        silent(ada);
    }

    @Test
    void v2_theHintGoesWithTheNextGoodCodeOfThatDevice() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, AHEAD);
        wrong(ada, AHEAD);
        ada.member().verify(ada.code(0)).statusCode(200);
        status(ada).body("clock.offsetSeconds", is(300));
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        silent(ada);
    }

    @Test
    void v2_aCodeGivenBeforeItsTimeIsBurntOnEveryRouteAndTheOthersAreNot() {
        Enrolled ada = rested(Tenant.direct(time));
        String early = ada.app().codeInSteps(2);
        refused(ada.member().verify(early), 422, "code-rejected");
        time.toNextStep();
        refused(ada.member().verify(early), 422, "code-rejected");
        time.toNextStep();
        refused(ada.member().verify(early), 422, "code-rejected");
        refused(ada.member().startEnrolment(Map.of("code", early)), 422, "code-rejected");
        var last = trail.of(ada.member().tenant());
        assertEquals(USED, last.get(last.size() - 1).reason());
        ada.member().verify(ada.app().codeInSteps(-1)).statusCode(200);
        ada.member().verify(ada.app().codeInSteps(1)).statusCode(200);
    }

    @Test
    void v2_whoeverSetsHisClockRightGetsInWithTheNextCode() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, AHEAD);
        wrong(ada, AHEAD);
        ada.member().verify(ada.app().code()).statusCode(200);
    }

    @Test
    void v2_whatWasBurntEarlyIsForgottenWhenItIsPast() {
        Enrolled ada = rested(Tenant.direct(time));
        wrong(ada, 2);
        assertEquals(1, burntEarly(ada));
        time.advance(Duration.ofMinutes(12));
        refused(ada.member().verify(ada.app().wrongCode()), 422, "code-rejected");
        assertEquals(0, burntEarly(ada));
    }

    private long burntEarly(Enrolled user) {
        return database.count(
                "select cardinality(seen_ahead) from authenticator where user_id = ?",
                user.member().id());
    }

    private void wrong(Enrolled user, int steps) {
        time.toNextStep();
        refused(user.member().verify(user.app().codeInSteps(steps)), 422, "code-rejected");
    }

    private static void silent(Enrolled user) {
        status(user).body("$", not(hasKey("clock")));
    }

    private static ValidatableResponse status(Enrolled user) {
        return user.member().get("/v1/me/second-factor").statusCode(200);
    }

    /** Without what names the single request. */
    private static String body(ValidatableResponse refusal) {
        return refusal.statusCode(422).extract().asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|u-[0-9a-f-]+", "");
    }

    private Enrolled rested(Tenant tenant) {
        Enrolled enrolled = tenant.user().enrolled();
        time.advance(Duration.ofMinutes(5));
        time.toNextStep();
        return enrolled;
    }
}

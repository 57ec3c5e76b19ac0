package dev.lifering.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.torture.Evidence.App;
import dev.lifering.torture.Evidence.CodeSet;
import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Link;
import dev.lifering.torture.Evidence.Person;
import dev.lifering.torture.Evidence.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checker that finds nothing is worth something only if it would. */
class CheckerTest {
    private static final String EVENTS = "an audit event is missing, doubled or unasked for";
    private static final String TWICE = "a code was accepted twice";
    private static final String LOST = "acknowledged state was lost";
    private static final String LOCKOUT = "a lockout was bypassed or lost";
    private static final String LINKS = "more than one live link, or a lost one";
    private static final String MAILS = "a mail was lost, or sent for nothing";

    private final Story story = new Story();

    @Test
    void findsNothingWhereAllWentWell() {
        assertEquals(List.of(), story.brokenRules());
    }

    @Test
    void takesEitherResultWhereNobodyWasAnswered() {
        story.does(Kind.PROVISION, "", Outcome.UNANSWERED);
        story.does(Kind.PROVISION, "", Outcome.UNAVAILABLE, "user.provisioned/SUCCESS");
        assertEquals(List.of(), story.brokenRules());
    }

    @Test
    void takesAMailThatArrivedTwice() {
        story.arrived.put("mail-recovery_link", 2L);
        assertEquals(List.of(), story.brokenRules());
    }

    @Test
    void takesARetryUnderItsKey() {
        story.key = "k";
        story.does(Kind.PROVISION, "", Outcome.UNANSWERED, "user.provisioned/SUCCESS");
        story.does(Kind.PROVISION, "", Outcome.DONE);
        story.does(Kind.PROVISION, "", Outcome.DONE);
        assertEquals(List.of(), story.brokenRules());
    }

    @Test
    void findsARetryThatWasAnsweredOtherwise() {
        story.key = "k";
        story.does(Kind.PROVISION, "", Outcome.DONE, "user.provisioned/SUCCESS");
        story.does(Kind.PROVISION, "", Outcome.REFUSED);
        assertFound("a retry under its key was answered otherwise");
    }

    @Test
    void findsARetryThatWasCarriedOutAgain() {
        story.key = "k";
        story.does(Kind.PROVISION, "", Outcome.UNANSWERED, "user.provisioned/SUCCESS");
        story.does(Kind.PROVISION, "", Outcome.DONE, "user.provisioned/SUCCESS");
        assertFound(EVENTS);
    }

    @Test
    void findsACodeThatWasAcceptedTwice() {
        story.does(Kind.LOGIN, "set#3", Outcome.DONE, "verification/SUCCESS");
        assertFound(TWICE);
    }

    @Test
    void findsASecondAcceptanceThatOnlyTheTrailKnows() {
        story.does(Kind.LOGIN, "app/11", Outcome.UNANSWERED, "verification/SUCCESS");
        assertFound(TWICE);
    }

    @Test
    void findsARightCodeThatNobodyWasLetInWith() {
        story.does(Kind.LOGIN, "app/13", Outcome.REJECTED, "verification/REJECTED");
        assertFound("a right code was refused to everybody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.provisioned/SUCCESS",
                "enrolment.confirmed/SUCCESS",
                "backup_codes.acknowledged/SUCCESS",
                "verification/SUCCESS",
                "verification/REJECTED",
                "verification/LOCKED",
                "recovery_link.sent/SUCCESS"
            })
    void findsAnEventThatWasLost(String event) {
        story.lose(event);
        assertFound(EVENTS);
    }

    @Test
    void findsAnEventThatWasDoubled() {
        story.events.add(story.events.get(0));
        assertFound(EVENTS);
    }

    @Test
    void findsAnEventThatNobodyAskedFor() {
        story.events.add(new Event("nobody", "verification", "SUCCESS", "ada", "acme", "totp", "", story.now()));
        assertFound(EVENTS);
    }

    @Test
    void findsAnEventOfARequestThatWasNotDoneInFull() {
        story.does(Kind.REDEEM, "", Outcome.UNANSWERED, "recovery_link.redeemed/SUCCESS");
        assertFound(EVENTS);
    }

    @Test
    void findsAUserWhoIsGone() {
        story.people.clear();
        assertFound(LOST);
    }

    @Test
    void findsAnAcknowledgedSetThatIsNotActive() {
        story.sets.set(0, new CodeSet("set", "ada", "PENDING"));
        assertFound(LOST);
    }

    @Test
    void findsASpentCodeThatIsFreshAgain() {
        story.spent.clear();
        assertFound(LOST);
    }

    @Test
    void findsACodeThatNobodySpent() {
        story.spent.add("set#4");
        assertFound(LOST);
    }

    @Test
    void findsAStepThatIsFreshAgain() {
        story.apps.set(0, new App("app", "ada", 10));
        assertFound(LOST);
    }

    @Test
    void findsASecondFactorThatIsOff() {
        story.standings.set(
                0,
                new Standing(
                        "ada", "BACKUP_CODES_ONLY", 5, story.standings.get(0).lockedUntil()));
        assertFound(LOST);
    }

    @Test
    void findsACodeThatWasLookedAtWhileLocked() {
        story.does(Kind.LOGIN, "", Outcome.REJECTED, "verification/REJECTED");
        assertFound(LOCKOUT);
    }

    @Test
    void findsALoginWhileLocked() {
        story.does(Kind.LOGIN, "app/13", Outcome.DONE, "verification/SUCCESS");
        assertFound(LOCKOUT);
    }

    @Test
    void findsALockoutThatWasLost() {
        story.standings.set(0, new Standing("ada", "ENABLED", 0, null));
        assertFound(LOCKOUT);
    }

    @Test
    void findsASecondLiveLink() {
        story.links.add(new Link("newer", "ada", null));
        assertFound(LINKS);
    }

    @Test
    void findsALinkThatWasRedeemedTwice() {
        story.redeems();
        story.redeems();
        assertFound(LINKS);
    }

    @Test
    void findsAResetThatNoAdministratorWasToldOf() {
        story.people.add(new Person("grace", "acme", true));
        story.redeems();
        assertFound(MAILS);
    }

    @Test
    void findsALinkThatIsGone() {
        story.links.clear();
        assertFound(LINKS);
    }

    @Test
    void findsALinkThatEndedForNothing() {
        story.links.set(0, new Link("link", "ada", "REDEEMED"));
        assertFound(LINKS);
    }

    @Test
    void findsAMailThatWasNotWritten() {
        story.mails.remove(0);
        story.arrived.clear();
        assertFound(MAILS);
    }

    @Test
    void findsAMailThatNeverArrived() {
        story.arrived.remove("mail-locked_out");
        assertFound(MAILS);
    }

    @Test
    void findsAMailThatStillWaits() {
        story.firstMailIs("QUEUED");
        assertFound(MAILS);
    }

    @Test
    void findsAMailThatWasGivenUpThoughNobodyRefusedIt() {
        story.firstMailIs("FAILED");
        assertFound(MAILS);
        story.refused.put("ada@acme.example", 1L);
        assertEquals(List.of(), story.brokenRules());
    }

    @Test
    void findsAMailOfAChangeThatIsNotThere() {
        story.arrived.put("mail-of-nothing", 1L);
        assertFound(MAILS);
    }

    private void assertFound(String rule) {
        List<String> broken = story.brokenRules();
        assertTrue(broken.contains(rule), broken::toString);
    }
}

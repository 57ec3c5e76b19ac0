package dev.lifering.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A rule that is wrong is noticed, and what shows it is a short story. */
class WrongRulesTest {
    private static final int STORIES = 2000;
    private static final long BEGINNING = 1_800_000_000L;
    private static final Life RIGHT = new Life(new Rules());

    /** What is worth telling: each end that a command can come to. */
    private static final List<String> ANSWERS = List.of(
            "Acknowledge 200",
            "Acknowledge 409 set-not-pending",
            "Acknowledge 422 code-rejected",
            "Acknowledge 422 proof-required",
            "AskForHelp 202",
            "Cancel 204",
            "Confirm 200",
            "Confirm 403 recovery-session-invalid",
            "Confirm 403 second-factor-required",
            "Confirm 409 enrolment-over",
            "Confirm 409 too-many-authenticators",
            "Confirm 422 code-rejected",
            "Confirm 429 locked",
            "Redeem 201",
            "Redeem 409 link-not-live",
            "Redeem 409 not-enrolled",
            "Remove 204",
            "Remove 403 second-factor-required",
            "Remove 409 last-factor",
            "Remove 429 locked",
            "Rename 200",
            "Renew 201",
            "Renew 429 locked",
            "RevokeLink 204",
            "RevokeLink 409 link-not-live",
            "SendLink 202",
            "SendLink 409 not-enrolled",
            "SendLink 429 too-many-links",
            "Start 201",
            "Start 403 second-factor-required",
            "Start 409 too-many-authenticators",
            "Start 422 code-rejected",
            "Start 429 locked",
            "StartInSession 201",
            "StartInSession 403 recovery-session-invalid",
            "SwitchOff 204",
            "SwitchOff 409 mandatory",
            "SwitchOff 429 locked",
            "Undo 200",
            "Undo 409 undo-over",
            "Verify 200",
            "Verify 409 not-enrolled",
            "Verify 422 code-malformed",
            "Verify 422 code-rejected",
            "Verify 429 locked");

    private static final Map<String, Rules> WRONG = Map.of(
            "a step may be used twice",
            new Rules() {
                @Override
                boolean isFresh(Thing.App app, long step) {
                    return true;
                }
            },
            "two steps before and after",
            new Rules() {
                @Override
                boolean isInWindow(int steps) {
                    return Math.abs(steps) <= 2;
                }
            },
            "a backup code may be used twice",
            new Rules() {
                @Override
                boolean isUnspent(Thing.CodeSet set, int place) {
                    return true;
                }
            },
            "a new set ends the old one at once",
            new Rules() {
                @Override
                boolean newSetEndsTheOldOne() {
                    return true;
                }
            },
            "what a password alone has started can be confirmed later",
            new Rules() {
                @Override
                boolean staysOpenOnceEnabled(Thing.App app) {
                    return true;
                }
            },
            "the sixth failure locks",
            new Rules() {
                @Override
                Lock afterFailure(Lock lock, long now) {
                    return lock.failures() == 4 ? new Lock(5, 0) : lock.afterFailure(now);
                }
            },
            "a link lives on when a newer one is sent",
            new Rules() {
                @Override
                boolean isLive(Thing.Link link, long now) {
                    return !link.end().equals("redeemed") && !link.end().equals("revoked") && now < link.until();
                }
            },
            "a reset is undone twice",
            new Rules() {
                @Override
                boolean isUndoable(Thing.Reset reset, long now) {
                    return now < reset.until();
                }
            });

    @Test
    void theRightRulesAgreeWithThemselves() {
        assertEquals(Optional.empty(), firstDifference(RIGHT));
    }

    @Test
    void eachWrongRuleIsFoundAndToldInAShortStory() {
        WRONG.forEach((name, rules) -> {
            var wrong = new Life(rules);
            Difference found = firstDifference(wrong).orElseThrow(() -> new AssertionError("not noticed: " + name));
            Difference shortest = Shrinking.shrink(tell(wrong), found);
            assertTrue(shortest.story().commands().size() <= 9, () -> name + "\n" + shortest);
            assertTrue(shortest.toString().contains("expected"), shortest::toString);
        });
    }

    @Test
    void theStoriesComeToEachAnswerThatThereIs() {
        var counts = new TreeMap<String, Integer>();
        LongStream.range(1, STORIES).mapToObj(Teller::story).forEach(story -> {
            var user = new ModelledUser(RIGHT, story.policy(), BEGINNING);
            Telling.tell(RIGHT, new Overheard(user, counts), story);
        });
        assertEquals(
                List.of(),
                ANSWERS.stream().filter(answer -> !counts.containsKey(answer)).toList());
    }

    private static Optional<Difference> firstDifference(Life wrong) {
        return LongStream.range(1, STORIES)
                .mapToObj(Teller::story)
                .map(tell(wrong))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The model with the wrong rule, told to a user who lives by the right ones. */
    private static Function<Story, Optional<Difference>> tell(Life wrong) {
        return story -> Telling.tell(wrong, new ModelledUser(RIGHT, story.policy(), BEGINNING), story);
    }
}

package dev.lifering.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.MovableTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service does what the model of a second factor says, in random stories, with two clients at the same time now and
 * then. {@code -Dlifering.model.stories=3000} tells more of them, {@code -Dlifering.model.seed=…} others.
 */
@QuarkusTest
class SecondFactorModelTest {
    private static final int STORIES = Integer.getInteger("lifering.model.stories", 40);
    private static final long SEED = Long.getLong("lifering.model.seed", 1);

    /** How often a story is told where it depends on who of two is first. */
    private static final int TRIES = 30;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    Mailbox.Post post;

    private final Map<Policy, Home> homes = new HashMap<>();
    private final Life life = new Life(new Rules());

    @BeforeEach
    void stopTheClock() {
        time.stop();
    }

    @AfterEach
    void letTimePass() throws Exception {
        time.go();
        // The stories' mails are many, and the other tests share the mail server.
        post.server().purgeEmailFromAllMailboxes();
    }

    @Test
    void theServiceDoesWhatTheModelSays() {
        LongStream.range(SEED, SEED + STORIES)
                .mapToObj(Teller::story)
                .forEach(story -> tell(life, story)
                        .ifPresent(difference -> fail("the service is not what the model says:\n"
                                + Shrinking.shrink(shorter -> tellOften(life, shorter), difference))));
    }

    @Test
    void aWrongModelIsFoundOutByTheService() {
        var wrong = new Life(new Rules() {
            @Override
            boolean isFresh(Thing.App app, long step) {
                return true;
            }
        });
        Difference found = LongStream.iterate(1, seed -> seed + 1)
                .mapToObj(Teller::story)
                .flatMap(story -> tell(wrong, story).stream())
                .findFirst()
                .orElseThrow();
        Difference shortest = Shrinking.shrink(story -> tellOften(wrong, story), found);
        assertTrue(shortest.story().commands().size() <= 5, shortest::toString);
    }

    private Optional<Difference> tellOften(Life expected, Story story) {
        int tries = story.isTogether() ? TRIES : 1;
        return LongStream.range(0, tries)
                .mapToObj(time -> tell(expected, story))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Difference> tell(Life expected, Story story) {
        Home home = homes.computeIfAbsent(story.policy(), policy -> Home.with(policy, time, database));
        try {
            return Telling.tell(expected, home.newcomer(time), story);
        } catch (Belongings.Coincidence nobodyCanTell) {
            return Optional.empty();
        }
    }
}

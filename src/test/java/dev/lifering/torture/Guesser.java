package dev.lifering.torture;

import dev.lifering.torture.Caller.Reply;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;

/** Guesses at both replicas at once until he is locked, tries a right code, and waits until the lock is over. */
final class Guesser implements Actor {
    private static final int GUESSES = 8;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(31);

    private final World world;
    private final Player player;
    private final Random random;
    private boolean isLocked;

    Guesser(World world, Player player, Random random) {
        this.world = world;
        this.player = player;
        this.random = random;
    }

    @Override
    public Duration turn() {
        if (!player.isEnabled()) {
            player.enrol();
            return Duration.ofMillis(200 + random.nextInt(1000));
        }
        if (!isLocked) {
            isLocked = world.caller().race(player.login(player.wrong(), false), GUESSES).stream()
                    .anyMatch(reply -> reply.outcome() == Outcome.LOCKED);
        }
        OptionalLong step = player.freshStep();
        if (step.isEmpty()) {
            return Duration.ofSeconds(3);
        }
        Reply right = world.caller().send(player.login(player.take(step.getAsLong()), true));
        isLocked &= !right.isDone();
        return isLocked ? FIRST_LOCK : Duration.ofSeconds(1);
    }
}

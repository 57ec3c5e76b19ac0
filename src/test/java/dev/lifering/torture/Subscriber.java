package dev.lifering.torture;

import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Player.Code;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Signs in with his app, now and then twice at once or with a code that he has used before. */
final class Subscriber implements Actor {
    private static final int STEP_MILLIS = 30_000;

    private final World world;
    private final Player player;
    private final Random random;
    private Code last = new Code("", "");

    Subscriber(World world, Player player, Random random) {
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
        int chance = random.nextInt(100);
        if (chance < 15) {
            world.caller().send(player.status());
        } else if (chance < 25 && !last.text().isEmpty()) {
            world.caller().race(player.login(last, true), 2);
        } else if (chance < 30) {
            world.caller().send(player.login(player.wrong(), false));
        } else {
            signIn();
        }
        return Duration.ofMillis(2000 + random.nextInt(STEP_MILLIS / 3));
    }

    private void signIn() {
        OptionalLong step = player.freshStep();
        if (step.isEmpty()) {
            return;
        }
        last = player.take(step.getAsLong());
        Call login = world.perhapsUnderAKey(player.login(last, true), random);
        List<Outcome> outcomes = world.caller().race(login, random.nextInt(3) == 0 ? 2 : 1).stream()
                .map(Caller.Reply::outcome)
                .toList();
        // Whoever got no answer tries again with what he has.
        if (outcomes.stream().allMatch(Outcome::isUnknown)) {
            world.caller().send(login);
        }
    }
}

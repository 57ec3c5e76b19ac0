package dev.lifering.torture;

import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Player.Code;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Signs in with backup codes, also with spent ones and several times at once, and has new ones made in time. */
final class Spender implements Actor {
    private static final int KEPT = 3;

    private final World world;
    private final Player player;
    private final Random random;
    private Code last = new Code("", "");

    Spender(World world, Player player, Random random) {
        this.world = world;
        this.player = player;
        this.random = random;
    }

    @Override
    public Duration turn() {
        if (player.hasPending()) {
            player.acknowledge();
        } else if (!player.isEnabled()) {
            player.enrol();
        } else if (player.unusedCodes().size() <= KEPT) {
            player.freshStep().ifPresent(step -> player.renew(player.take(step)));
        } else if (random.nextInt(5) == 0 && !last.text().isEmpty()) {
            world.caller().race(player.login(last, false), 2);
        } else {
            spend();
        }
        return Duration.ofMillis(500 + random.nextInt(4000));
    }

    private void spend() {
        last = player.unusedCodes().get(0);
        Call login = world.perhapsUnderAKey(player.login(last, true), random);
        List<Outcome> outcomes = world.caller().race(login, 1 + random.nextInt(3)).stream()
                .map(Caller.Reply::outcome)
                .toList();
        if (outcomes.stream().allMatch(Outcome::isUnknown)) {
            world.caller().send(login);
        }
    }
}

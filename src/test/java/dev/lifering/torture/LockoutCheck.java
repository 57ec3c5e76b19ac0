package dev.lifering.torture;

import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No code is looked at while its user is locked, and the count that the database keeps is the one that was committed. */
final class LockoutCheck implements Check {
    private static final String RULE = "a lockout was bypassed or lost";
    private static final Duration GRAIN = Duration.ofMillis(2);

    @Override
    public void hold(Evidence evidence, Consumer<Breach> found) {
        Map<String, Locks> locks = new HashMap<>();
        for (Event event : evidence.events()) {
            String wrong =
                    locks.computeIfAbsent(event.user(), user -> new Locks()).after(event);
            if (!wrong.isEmpty()) {
                found.accept(new Breach(RULE, wrong + ": " + event));
            }
        }
        for (Standing standing : evidence.rows().standings()) {
            Locks expected = locks.getOrDefault(standing.user(), new Locks());
            if (standing.failures() != expected.failures() || !isSame(standing.lockedUntil(), expected.until())) {
                found.accept(new Breach(
                        RULE,
                        "expected " + expected.failures() + " failures, locked until " + expected.until()
                                + ", but the database keeps " + standing));
            }
        }
    }

    private static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Duration.between(one, other).abs().compareTo(GRAIN) <= 0;
    }
}

package dev.lifering.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Rule V3, whole: failures from and to, how long the last of them locks, and what is left before the first lock. */
    private static final List<Step> TABLE = List.of(
            new Step(1, 1, 0, 4, false),
            new Step(2, 2, 0, 3, false),
            new Step(3, 3, 0, 2, false),
            new Step(4, 4, 0, 1, false),
            new Step(5, 5, 30, 0, false),
            new Step(6, 6, 60, 0, false),
            new Step(7, 7, 120, 0, false),
            new Step(8, 8, 240, 0, false),
            new Step(9, 9, 480, 0, false),
            new Step(10, 99, 900, 0, false),
            new Step(100, 100, 900, 0, true));

    private record Step(int from, int to, long lockSeconds, int remaining, boolean blocked) {}

    @Test
    void v3_everyFailureUpToTheHundredthLocksAsTheTableSays() {
        Lockout lockout = Lockout.NONE;
        Instant now = NOW;
        for (int failure = 1; failure <= 100; failure++) {
            lockout = lockout.afterFailure(now);
            Step step = step(failure);
            assertEquals(failure, lockout.failures());
            assertEquals(Duration.ofSeconds(step.lockSeconds()), lockout.waitAt(now), "wait after " + failure);
            assertEquals(step.remaining(), lockout.attemptsRemaining(), "attempts after " + failure);
            assertEquals(step.blocked(), lockout.isBlocked(), "blocked after " + failure);
            assertEquals(step.lockSeconds() > 0, lockout.isLockedAt(now), "locked after " + failure);
            now = now.plusSeconds(step.lockSeconds());
            assertEquals(step.blocked(), lockout.isLockedAt(now), "locked when the time is over, after " + failure);
        }
    }

    private static Step step(int failure) {
        List<Step> matching = TABLE.stream()
                .filter(step -> step.from() <= failure && failure <= step.to())
                .toList();
        assertEquals(1, matching.size(), "rows of the table for failure " + failure);
        return matching.get(0);
    }

    @Test
    void v3_aLockEndsAtItsInstantAndNotBefore() {
        var lockout = new Lockout(4, null).afterFailure(NOW);
        assertEquals(NOW.plusSeconds(30), lockout.until());
        assertTrue(lockout.isLockedAt(NOW.plusMillis(29_999)));
        assertEquals(Duration.ofMillis(1), lockout.waitAt(NOW.plusMillis(29_999)));
        assertFalse(lockout.isLockedAt(NOW.plusSeconds(30)));
        assertEquals(Duration.ZERO, lockout.waitAt(NOW.plusSeconds(30)));
    }

    @Test
    void v3_beyondTheHundredthOnlyRecoveryHelps() {
        var lockout = new Lockout(Lockout.LIMIT, null);
        assertTrue(lockout.isLockedAt(NOW.plus(Duration.ofDays(3650))));
        assertEquals(Duration.ofMinutes(15), lockout.waitAt(NOW.plus(Duration.ofDays(3650))));
        assertTrue(new Lockout(1_000_000, null).afterFailure(NOW).isBlocked());
        assertEquals(
                Duration.ofMinutes(15),
                new Lockout(1_000_000, null).afterFailure(NOW).waitAt(NOW));
    }

    @Test
    void v3_nothingIsHeldAgainstAUserWithoutFailures() {
        assertFalse(Lockout.NONE.isLockedAt(NOW));
        assertFalse(Lockout.NONE.isBlocked());
        assertEquals(Lockout.FREE_ATTEMPTS, Lockout.NONE.attemptsRemaining());
        assertEquals(Duration.ZERO, Lockout.NONE.waitAt(NOW));
        assertThrows(IllegalArgumentException.class, () -> new Lockout(-1, null));
    }

    @Test
    void v3_withoutASecondFactorNobodyIsHeldToBeBlocked() {
        assertEquals(new Lockout(99, NOW), Lockout.held(Status.NOT_ENROLLED, 100, NOW));
        assertEquals(new Lockout(7, null), Lockout.held(Status.NOT_ENROLLED, 7, null));
        for (Status status : List.of(Status.ENABLED, Status.BACKUP_CODES_ONLY)) {
            assertEquals(new Lockout(100, NOW), Lockout.held(status, 100, NOW));
        }
    }

    @Test
    void x2_theFirstLockOfARowAndTheBlockAreNews() {
        for (int failures = 0; failures <= 101; failures++) {
            assertEquals(failures == 5 || failures == 100, new Lockout(failures, NOW).isNews(), "after " + failures);
        }
    }
}

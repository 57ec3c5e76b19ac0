package dev.lifering.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Problem PLAIN = ProblemType.LOCKED.because("Wait.");

    @Test
    void saysItsTypeAndWhatWentWrong() {
        assertEquals(ProblemType.LOCKED, PLAIN.type());
        assertEquals("Wait.", PLAIN.detail());
        assertEquals("locked: Wait.", PLAIN.getMessage());
        assertEquals(0, PLAIN.getStackTrace().length);
    }

    @Test
    void membersAreAddedInOrderToACopy() {
        Problem full = PLAIN.attemptsRemaining(0)
                .untilRecovery()
                .state("queued")
                .violations(List.of(new Violation("code", "is missing")));
        var expected = new LinkedHashMap<String, Object>();
        expected.put("attemptsRemaining", 0);
        expected.put("blocked", true);
        expected.put("state", "queued");
        expected.put("violations", List.of(new Violation("code", "is missing")));
        assertEquals(
                List.copyOf(expected.entrySet()), List.copyOf(full.members().entrySet()));
        assertEquals(Map.of(), PLAIN.members());
        assertThrows(UnsupportedOperationException.class, () -> full.members().put("more", 1));
    }

    @Test
    void earlierMembersComeBackBesideOwnOnes() {
        assertEquals(
                Map.of("state", "sent", "retryAfter", 7),
                PLAIN.state("sent").members(Map.of("retryAfter", 7)).members());
    }

    @Test
    void waitsAreWholeSecondsRoundedUpAndNeverNone() {
        Map.of(
                        Duration.ZERO,
                        1L,
                        Duration.ofNanos(1),
                        1L,
                        Duration.ofSeconds(1),
                        1L,
                        Duration.ofMillis(1_001),
                        2L,
                        Duration.ofMinutes(15),
                        900L)
                .forEach((wait, seconds) ->
                        assertEquals(seconds, PLAIN.retryAfter(wait).members().get("retryAfter"), wait::toString));
    }

    @Test
    void everyTypeIsFoundByItsSlugAndExplainsItself() {
        for (ProblemType type : ProblemType.values()) {
            assertEquals(Optional.of(type), ProblemType.bySlug(type.slug()));
            assertEquals("urn:lifering:problem:" + type.slug(), type.urn());
            assertFalse(type.title().isBlank());
            assertFalse(type.explanation().isBlank());
            assertEquals(type.status() / 100 == 5, type.status() >= 500);
        }
        assertEquals(Optional.empty(), ProblemType.bySlug("no-such-problem"));
        assertEquals(429, ProblemType.LOCKED.status());
    }

    @Test
    void aResultGoesOnUntilItIsRefused() {
        assertEquals(3, Result.done(2).then(value -> Result.done(value + 1)).orThrow());
        Result<Integer> refused = Result.refused(PLAIN);
        assertSame(
                PLAIN,
                assertThrows(
                        Problem.class,
                        () -> refused.then(value -> Result.done(1)).orThrow()));
        assertSame(
                PLAIN,
                assertThrows(
                        Problem.class,
                        () -> Result.done(1)
                                .then(value -> Result.refused(PLAIN))
                                .orThrow()));
    }
}

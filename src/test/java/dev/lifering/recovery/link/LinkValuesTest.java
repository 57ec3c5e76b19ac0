package dev.lifering.recovery.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a link is limited by, and how it names a mailbox, without a database. */
class LinkValuesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void r4_aThirdLinkIsStillSent() {
        assertDoesNotThrow(() -> SendLimit.refuseTooMany(List.of(), NOON));
        assertDoesNotThrow(() -> SendLimit.refuseTooMany(List.of(hoursAgo(3), hoursAgo(2)), NOON));
    }

    @Test
    void r4_whoeverHadThreeMayHaveTheNextWhenTheOldestOfThemIsADayOld() {
        Problem three = refusal(hoursAgo(23), hoursAgo(2), hoursAgo(1));
        assertEquals(ProblemType.TOO_MANY_LINKS, three.type());
        assertEquals(Duration.ofHours(1).toSeconds(), three.members().get("retryAfter"));
        Problem four = refusal(hoursAgo(23), hoursAgo(20), hoursAgo(2), hoursAgo(1));
        assertEquals(Duration.ofHours(4).toSeconds(), four.members().get("retryAfter"));
    }

    @ParameterizedTest
    @CsvSource({
        "joan@acme.example,      j***@acme.example",
        "j@acme.example,         j***@acme.example",
        "'\"a@b\"@acme.example', '\"***@acme.example'",
        "𝒥ane@acme.example,      𝒥***@acme.example",
        "@acme.example,          ***",
        "no address,             ***"
    })
    void r1_aMailboxIsShownByItsFirstSymbolAndItsHost(String email, String shown) {
        assertEquals(shown, MaskedAddress.of(email));
    }

    private static Problem refusal(Instant... made) {
        return assertThrows(Problem.class, () -> SendLimit.refuseTooMany(List.of(made), NOON));
    }

    private static Instant hoursAgo(int hours) {
        return NOON.minus(Duration.ofHours(hours));
    }
}

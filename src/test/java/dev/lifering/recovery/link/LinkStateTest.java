package dev.lifering.recovery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.mail.Delivery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkStateTest {
    private static final Instant END = Instant.parse("2026-01-01T13:00:00Z");

    @Test
    void r9_aLinkIsWhatEndedItElseWhatItsMailIsUntilItExpires() {
        for (Delivery.State mail : Delivery.State.values()) {
            assertEquals(LinkState.valueOf(mail.name()), LinkState.of(null, END, mail, END.minusNanos(1)));
            assertEquals(LinkState.EXPIRED, LinkState.of(null, END, mail, END));
            assertEquals(LinkState.REVOKED, LinkState.of(LinkState.REVOKED, END, mail, END.minusNanos(1)));
        }
    }

    @Test
    void r4_everyDeadEndHasItsOwnWords() {
        Set<String> words =
                Set.of(LinkState.REDEEMED, LinkState.SUPERSEDED, LinkState.REVOKED, LinkState.EXPIRED).stream()
                        .map(LinkState::explanation)
                        .collect(Collectors.toSet());
        assertEquals(4, words.size());
        assertTrue(words.stream()
                .allMatch(text -> text.startsWith("This link ")
                        || text.startsWith("A newer link ")
                        || text.startsWith("An administrator ")));
    }

    @Test
    void statesAreWrittenInLowerCase() {
        assertEquals(
                "queued sent failed redeemed expired superseded revoked",
                Arrays.stream(LinkState.values()).map(LinkState::wireName).collect(Collectors.joining(" ")));
    }
}

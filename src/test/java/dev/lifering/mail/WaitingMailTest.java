package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingMailTest {
    private static final Instant END = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void aNoticeIsTriedUntilItsEndAndOnceIfThatPassedWithoutAnAttempt() {
        assertEquals(false, waiting("lockout", 7).isOverdue(END.minusMillis(1)));
        assertEquals(true, waiting("lockout", 7).isOverdue(END));
        assertEquals(false, waiting("lockout", 0).isOverdue(END));
    }

    @Test
    void aRecoveryLinkIsNotTriedAfterItsEnd() {
        assertEquals(false, waiting("recovery_link", 0).isOverdue(END.minusMillis(1)));
        assertEquals(true, waiting("recovery_link", 0).isOverdue(END));
    }

    private static WaitingMail waiting(String kind, int attempts) {
        return new WaitingMail(new UUID(0, 1), kind, new Payload("a@b.example", "s", "t", "h"), attempts, END, END);
    }
}

package dev.lifering.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Work that is asked for from all sides. */
class RoundTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whoeverAsksMeanwhileIsServedOnceMore() {
        var round = new AtomicReference<Round>();
        round.set(new Round(() -> {
            if (runs.incrementAndGet() == 1) {
                assertFalse(round.get().begins());
                assertFalse(round.get().begins());
            }
        }));
        assertTrue(round.get().begins());
        round.get().run();
        assertEquals(2, runs.get());
        assertTrue(round.get().begins());
    }

    @Test
    void whatEndsInAnErrorBeginsAgain() {
        var round = new Round(() -> {
            throw new StackOverflowError("of a test");
        });
        assertTrue(round.begins());
        assertThrows(StackOverflowError.class, round::run);
        assertTrue(round.begins());
    }

    @Test
    void whatNobodyCouldRunBeginsAgain() {
        var round = new Round(runs::incrementAndGet);
        assertTrue(round.begins());
        round.abandon();
        assertTrue(round.begins());
    }
}

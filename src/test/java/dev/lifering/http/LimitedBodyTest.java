package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** However a reader takes the bytes, each counts once. */
class LimitedBodyTest {
    private static final byte[] FIVE = {1, 2, 3, 4, 5};

    @Test
    void givesABodyUpToTheLimitAsItIs() throws IOException {
        assertArrayEquals(FIVE, body(5).readAllBytes());
        var single = body(5);
        for (byte expected : FIVE) {
            assertEquals(expected, single.read());
        }
        assertEquals(-1, single.read());
        assertFalse(single.isExceeded());
    }

    @Test
    void refusesTheFirstByteBeyondIt() throws IOException {
        var body = body(4);
        assertEquals(4, body.skip(4));
        assertEquals(ProblemType.TOO_LARGE, refusal(body));
        assertEquals(ProblemType.TOO_LARGE, refusal(body), "and all that follow");
        assertTrue(body.isExceeded());
    }

    @Test
    void whatIsSkippedCounts() {
        var body = body(2);
        assertThrows(Problem.class, () -> body.skip(3));
    }

    /** To go back would let a reader count bytes twice. */
    @Test
    void cannotGoBack() {
        assertFalse(body(5).markSupported());
    }

    @Test
    void aBodyThatBreaksOffIsMalformed() {
        var body = new LimitedBody(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new EOFException("the connection is gone");
                    }
                },
                5);
        assertEquals(ProblemType.MALFORMED_REQUEST, refusal(body));
    }

    private static LimitedBody body(long limit) {
        return new LimitedBody(new ByteArrayInputStream(FIVE), limit);
    }

    private static ProblemType refusal(LimitedBody body) {
        return assertThrows(Problem.class, body::read).type();
    }
}

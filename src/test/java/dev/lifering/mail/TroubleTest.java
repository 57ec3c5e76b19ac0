package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void answersOf5xxAreFinal() {
        for (int code : new int[] {550, 552, 553, 554}) {
            assertTrue(Trouble.of(answer(code)).isFinal(), "answer " + code);
            assertTrue(Trouble.of(new CompletionException(answer(code))).isFinal(), "wrapped answer " + code);
        }
    }

    @Test
    void answersOf4xxBrokenLinesAndSilenceAreTriedAgain() {
        for (Throwable failure : List.of(
                answer(421), answer(451), answer(452), new ConnectException("refused"), new TimeoutException())) {
            assertFalse(Trouble.of(failure).isFinal(), failure.toString());
        }
    }

    @Test
    void aPasswordOfOursThatIsWrongIsTheOperatorsToMend() {
        assertFalse(Trouble.of(answer(535)).isFinal());
    }

    @Test
    void anAddressThatIsNoneIsNotTriedAgain() {
        assertTrue(Trouble.of(new IllegalArgumentException("a,b@c.example")).isFinal());
    }

    @Test
    void whatTheServerSaidIsNotRepeated() {
        assertEquals(
                "The mail server refused the mail (550). Is the address right?",
                Trouble.of(answer(550)).problem());
    }

    private static SMTPException answer(int code) {
        return new SMTPException("secret words", code, List.of("secret words"), code >= 500);
    }
}

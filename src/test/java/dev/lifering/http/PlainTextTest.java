package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "a b", "אדה לאבלייס", "\uD83D\uDC69\u200D\uD83D\uDE80", "1234567890", "<b>&'\""})
    void takesTextOfPeople(String text) {
        assertTrue(PlainTextValidator.isPlain(text, 11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u2003",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u202eb",
                "a\u2066b",
                "a\ud800",
                "\udc00a",
                "12345678901234567890"
            })
    void refusesTheRest(String text) {
        assertEquals(false, PlainTextValidator.isPlain(text, 11));
    }

    @Test
    void countsCodePoints() {
        assertTrue(PlainTextValidator.isPlain("\uD83D\uDE80\uD83D\uDE80", 2));
        assertEquals(false, PlainTextValidator.isPlain("\uD83D\uDE80\uD83D\uDE80", 1));
        assertTrue(new PlainTextValidator().isValid(null, null));
    }
}

package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsWhatItMade() {
        assertEquals(
                List.of("2026-01-01T00:00:00Z", "zoë@example|1"),
                Cursor.read(Cursor.of("2026-01-01T00:00:00Z", "zoë@example|1"), 2));
        assertEquals(List.of("", ""), Cursor.read(Cursor.of("", ""), 2));
    }

    @Test
    void travelsInAQueryUnencoded() {
        assertEquals("", Cursor.of("a?b>c~", "d/e+f").replaceAll("[A-Za-z0-9_-]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a", "YQ==", "YR", "_w", "YWI ", "\u00e4"})
    void refusesWhatItCannotHaveMade(String cursor) {
        Problem refusal = assertThrows(Problem.class, () -> Cursor.read(cursor, 1));
        assertEquals(ProblemType.INVALID_REQUEST, refusal.type());
        assertEquals(
                List.of(new Violation("cursor", "must come from nextCursor of the page before")),
                refusal.members().get("violations"));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        assertThrows(Problem.class, () -> Cursor.read(Cursor.of("a", "b"), 1));
        assertThrows(Problem.class, () -> Cursor.read(Cursor.of("a"), 2));
        assertThrows(Problem.class, () -> Cursor.read(Cursor.of("a".repeat(3000)), 1));
        assertThrows(IllegalArgumentException.class, () -> Cursor.of("a\u001fb"));
    }

    @Test
    void readsAnyEncodingOfItsOwnOnly() {
        String padded = Base64.getUrlEncoder().encodeToString("a".getBytes(StandardCharsets.UTF_8));
        assertThrows(Problem.class, () -> Cursor.read(padded, 1));
    }

    @Test
    void theFirstPageBeginsBeforeEveryIdAndTheNextBeforeTheLastOne() {
        UUID id = UUID.fromString("018f0000-0000-7000-8000-000000000001");
        assertEquals(new UUID(-1, -1), Cursor.before(null));
        assertEquals(id, Cursor.before(Cursor.of(id.toString())));
        assertThrows(Problem.class, () -> Cursor.before(Cursor.of("no-id")));
    }

    @Test
    void aCursorHas2048CharactersAtMost() {
        String longest = Cursor.of("a".repeat(1536));
        assertEquals(2048, longest.length());
        assertEquals(1, Cursor.read(longest, 1).size());
        assertThrows(Problem.class, () -> Cursor.read(Cursor.of("a".repeat(1537)), 1));
        assertThrows(IllegalArgumentException.class, () -> Cursor.of("\u001f"));
    }
}

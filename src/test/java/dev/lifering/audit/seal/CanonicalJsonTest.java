package dev.lifering.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is hashed can be written down by anybody in the same bytes. */
class CanonicalJsonTest {
    @Test
    void rfc8785_membersAreSortedAndNothingIsEscapedThatNeedNotBe() {
        var members = new TreeMap<String, Object>(Map.of("b", "ü€\"\\/", "a", 3L, "c", "\b\t\n\f\r\u0000\u001f\u007f"));
        assertEquals(
                "{\"a\":3,\"b\":\"ü€\\\"\\\\/\",\"c\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"}",
                CanonicalJson.object(members));
    }

    @Test
    void hashesAreThoseOfEverybodyElse() {
        // FIPS 180-4, example "abc"
        assertEquals("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", CanonicalJson.sha256("abc"));
    }

    @Test
    void idsAreInTheOrderOfTheDatabase() {
        UUID high = UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff");
        UUID low = UUID.fromString("019bc186-f188-76c0-ae82-639494e53d97");
        assertEquals(true, EventIds.isBefore(low, high));
        assertEquals(false, EventIds.isBefore(high, low));
        assertEquals(false, EventIds.isBefore(low, low));
        assertEquals(true, EventIds.isBefore(low, EventIds.next(low)));
        assertEquals(
                UUID.fromString("019bc186-f188-76c1-0000-000000000000"),
                EventIds.next(UUID.fromString("019bc186-f188-76c0-ffff-ffffffffffff")));
        assertEquals(
                "2026-02-01T00:00:00Z",
                EventIds.moment(EventIds.firstOfNextMonth(low)).toString());
    }
}

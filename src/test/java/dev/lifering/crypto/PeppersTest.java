package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PeppersTest {
    private static final byte[] INPUT = "A7QF3M9D2XWRK4T".getBytes(StandardCharsets.US_ASCII);

    @Test
    void macIsHmacSha256() {
        // The keys of RFC 4231's examples are refused as too weak; this value comes from another implementation.
        var key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        var peppers = new Peppers(
                KeySet.parse(Keys.set(Keys.encryption("e1"), Keys.octOf("p1", "sig", key), Keys.assertion("a1"))));
        assertEquals(
                "6297b77508a1a30ea4dfadd8f847c31b49aba45de10a79daf721d3f7ec112a24",
                HexFormat.of().formatHex(peppers.mac("p1", "message".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void anOlderPepperStillGivesTheSameMac() {
        var keys = Keys.fresh();
        var before = new Peppers(keys);
        var after = new Peppers(keys.rotated(Keys.RANDOM, Keys.NOW));
        var mac = before.mac(before.currentKeyId(), INPUT);
        assertEquals(32, mac.length);
        assertArrayEquals(mac, after.mac(before.currentKeyId(), INPUT));
        assertFalse(Arrays.equals(mac, after.mac(after.currentKeyId(), INPUT)));
    }

    @Test
    void anUnknownPepperIsADefect() {
        assertThrows(IllegalStateException.class, () -> new Peppers(Keys.fresh()).mac("gone", INPUT));
    }
}

package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OneTimeTokenTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void r3_aTokenHas256RandomBits() {
        String text = OneTimeToken.draw(random).reveal();
        assertEquals(43, text.length());
        assertEquals(32, Base64.getUrlDecoder().decode(text).length);
        assertNotEquals(text, OneTimeToken.draw(random).reveal());
    }

    @Test
    void r1_whatIsKeptIsItsSha256() {
        OneTimeToken token = OneTimeToken.draw(random);
        assertArrayEquals(OneTimeToken.hashOf(token.reveal()), token.hash());
        // FIPS 180-2, appendix B.1
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                HexFormat.of().formatHex(OneTimeToken.hashOf("abc")));
    }

    @Test
    void x4_itIsNeverPrinted() {
        OneTimeToken token = OneTimeToken.draw(random);
        assertEquals("OneTimeToken", token.toString());
        assertFalse(token.toString().contains(token.reveal()));
    }
}

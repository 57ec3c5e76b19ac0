package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void neverShowsItsBytes() {
        assertEquals("Secret[3 bytes]", Secret.of(new byte[] {65, 66, 67}).toString());
    }

    @Test
    void isEqualByItsBytes() {
        assertEquals(Secret.of(new byte[] {1, 2}), Secret.of(new byte[] {1, 2}));
        assertEquals(
                Secret.of(new byte[] {1, 2}).hashCode(),
                Secret.of(new byte[] {1, 2}).hashCode());
        assertNotEquals(Secret.of(new byte[] {1, 2}), Secret.of(new byte[] {1, 3}));
        assertNotEquals(Secret.of(new byte[] {1, 2}), Secret.of(new byte[] {1, 2, 0}));
    }

    @Test
    void keepsItsOwnCopy() {
        var bytes = new byte[] {1, 2};
        var secret = Secret.of(bytes);
        bytes[0] = 9;
        secret.bytes()[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, secret.bytes());
    }

    @Test
    void randomOnesDiffer() {
        var random = new SecureRandom();
        assertEquals(20, Secret.random(random, 20).length());
        assertNotEquals(Secret.random(random, 20), Secret.random(random, 20));
    }
}

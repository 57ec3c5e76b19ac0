package dev.lifering.audit.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fingerprints, in the database and in what is signed. */
class FingerprintTest {
    private static final Fingerprint ONE = new Fingerprint(
            UUID.fromString("019bc22e-7f00-7b50-a1c3-5e8f0d2b4c69"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

    private static final Fingerprint TWO = new Fingerprint(
            UUID.fromString("019bc22f-18ff-7c3d-9b5e-7f6a8d1c2e30"), "-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_8");

    @Test
    void whatIsSignedIsACanonicalArray() {
        assertEquals("[]", Fingerprint.json(List.of()));
        assertEquals(
                "[{\"id\":\"019bc22e-7f00-7b50-a1c3-5e8f0d2b4c69\","
                        + "\"sha256\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"},"
                        + "{\"id\":\"019bc22f-18ff-7c3d-9b5e-7f6a8d1c2e30\","
                        + "\"sha256\":\"-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_8\"}]",
                Fingerprint.json(List.of(ONE, TWO)));
    }

    @Test
    void theDatabaseKeepsTheIdAndTheHashOfEach() {
        assertArrayEquals(
                HexFormat.of()
                        .parseHex("019bc22e7f007b50a1c35e8f0d2b4c69"
                                + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                Fingerprint.packed(List.of(ONE)));
    }

    @Test
    void whatWasPackedIsUnpacked() {
        assertEquals(List.of(), Fingerprint.unpacked(Fingerprint.packed(List.of())));
        assertEquals(List.of(ONE, TWO), Fingerprint.unpacked(Fingerprint.packed(List.of(ONE, TWO))));
    }

    @Test
    void bytesThatAreNoWholeFingerprintAreNone() {
        byte[] packed = Fingerprint.packed(List.of(ONE, TWO));
        assertEquals(List.of(ONE), Fingerprint.unpacked(Arrays.copyOf(packed, packed.length - 1)));
    }
}

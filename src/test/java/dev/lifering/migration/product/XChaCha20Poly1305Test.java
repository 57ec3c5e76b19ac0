package dev.lifering.migration.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The test vectors of draft-irtf-cfrg-xchacha-03. */
class XChaCha20Poly1305Test {
    private static final byte[] KEY = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    private static final byte[] NONCE = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
    private static final byte[] COVERED = hex("50515253c0c1c2c3c4c5c6c7");
    private static final byte[] SEALED = hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
            + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
            + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
            + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");

    @Test
    void section221_hChaCha20() {
        byte[] key = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        byte[] input = hex("000000090000004a0000000031415927");
        assertEquals(
                "82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc",
                HexFormat.of().formatHex(XChaCha20Poly1305.hChaCha20(key, input)));
    }

    @Test
    void appendixA3_aead() {
        Optional<Secret> opened = XChaCha20Poly1305.open(KEY, NONCE, SEALED, COVERED);
        assertEquals(
                "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen"
                        + " would be it.",
                new String(opened.orElseThrow().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void whatWasChangedOrSealedWithAnotherKeyDoesNotOpen() {
        for (byte[] each : new byte[][] {KEY, NONCE, SEALED, COVERED}) {
            each[each.length - 1] ^= 1;
            assertTrue(XChaCha20Poly1305.open(KEY, NONCE, SEALED, COVERED).isEmpty());
            each[each.length - 1] ^= 1;
        }
        assertTrue(XChaCha20Poly1305.open(KEY, new byte[39]).isEmpty());
        assertTrue(XChaCha20Poly1305.open(KEY, new byte[40]).isEmpty());
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}

package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

    @ParameterizedTest
    @CsvSource({
        // RFC 4648 §10, without the padding that authenticator apps do not take
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void e1_writesWhatRfc4648Says(String plain, String base32) {
        assertEquals(base32, Base32.of(Secret.of(plain.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void e1_othersReadWhatItWrites() {
        var random = new Random(1);
        var theirs = new org.apache.commons.codec.binary.Base32();
        for (int length = 0; length <= 64; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, theirs.decode(Base32.of(Secret.of(bytes))), length + " bytes");
        }
    }

    @Test
    void readsWhatItWritesAndWhatPeopleMakeOfIt() {
        var random = new Random(1);
        for (int length = 0; length <= 64; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            Secret secret = Secret.of(bytes);
            String base32 = Base32.of(secret);
            assertEquals(secret, Base32.read(base32).orElseThrow());
            String typed = base32.toLowerCase(Locale.ROOT).replaceAll("(....)", "$1 ") + "==";
            assertEquals(secret, Base32.read(typed).orElseThrow());
        }
        for (String wrong : List.of("A1", "Ä", "A.B", "ABCD8", "A\nB")) {
            assertTrue(Base32.read(wrong).isEmpty(), wrong);
        }
    }
}

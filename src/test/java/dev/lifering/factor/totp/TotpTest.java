package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Totp SIX_DIGITS = new Totp(new TotpParameters(TotpAlgorithm.SHA1, 6, STEP));
    private static final Secret SECRET = seed(20);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:10Z");

    @ParameterizedTest
    @CsvSource({
        // RFC 6238 appendix B; the seeds are as long as the hash, see its erratum 2866
        "59, 1, 94287082, 46119246, 90693936",
        "1111111109, 37037036, 07081804, 68084774, 25091201",
        "1111111111, 37037037, 14050471, 67062674, 99943326",
        "1234567890, 41152263, 89005924, 91819424, 93441116",
        "2000000000, 66666666, 69279037, 90698825, 38618901",
        "20000000000, 666666666, 65353130, 77737706, 47863826"
    })
    void v2_computesTheCodesOfRfc6238(long second, long step, String sha1, String sha256, String sha512) {
        Instant moment = Instant.ofEpochSecond(second);
        assertEquals(step, eightDigits(TotpAlgorithm.SHA1).stepAt(moment));
        assertEquals(sha1, eightDigits(TotpAlgorithm.SHA1).codeAt(seed(20), step));
        assertEquals(sha256, eightDigits(TotpAlgorithm.SHA256).codeAt(seed(32), step));
        assertEquals(sha512, eightDigits(TotpAlgorithm.SHA512).codeAt(seed(64), step));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 4226 appendix D
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void v2_computesTheCodesOfRfc4226(long counter, String code) {
        assertEquals(code, SIX_DIGITS.codeAt(SECRET, counter));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void v2_acceptsTheStepsOfTheWindowAndNoOther(int window) {
        long current = SIX_DIGITS.stepAt(NOW);
        for (int offset = -4; offset <= 4; offset++) {
            String code = SIX_DIGITS.codeAt(SECRET, current + offset);
            OptionalLong expected =
                    Math.abs(offset) <= window ? OptionalLong.of(current + offset) : OptionalLong.empty();
            assertEquals(expected, SIX_DIGITS.match(SECRET, code, NOW, window), "offset " + offset);
        }
    }

    @Test
    void v2_aStepBeginsWithItsFirstSecond() {
        long step = SIX_DIGITS.stepAt(NOW);
        Instant begin = Instant.ofEpochSecond(step * 30);
        assertEquals(step, SIX_DIGITS.stepAt(begin));
        assertEquals(step, SIX_DIGITS.stepAt(begin.plusMillis(29_999)));
        assertEquals(step + 1, SIX_DIGITS.stepAt(begin.plusSeconds(30)));
        assertEquals(-1, SIX_DIGITS.stepAt(Instant.ofEpochSecond(-1)));
        var minute = new Totp(new TotpParameters(TotpAlgorithm.SHA1, 6, Duration.ofSeconds(60)));
        assertEquals(Math.floorDiv(step, 2), minute.stepAt(begin));
    }

    @Test
    void v2_ofTwoStepsWithTheSameCodeTheNewestMatches() {
        long twin = firstStepWithTheCodeOfTheNext();
        String code = SIX_DIGITS.codeAt(SECRET, twin);
        Instant during = Instant.ofEpochSecond(twin * 30);
        assertEquals(OptionalLong.of(twin + 1), SIX_DIGITS.match(SECRET, code, during, 1));
        assertEquals(OptionalLong.of(twin), SIX_DIGITS.match(SECRET, code, during, 0));
    }

    private static long firstStepWithTheCodeOfTheNext() {
        String before = SIX_DIGITS.codeAt(SECRET, 0);
        for (long step = 1; ; step++) {
            String code = SIX_DIGITS.codeAt(SECRET, step);
            if (code.equals(before)) {
                return step - 1;
            }
            before = code;
        }
    }

    @Test
    void v2_keepsLeadingZeros() {
        long step = 0;
        while (!SIX_DIGITS.codeAt(SECRET, step).startsWith("00")) {
            step++;
        }
        String code = SIX_DIGITS.codeAt(SECRET, step);
        Instant during = Instant.ofEpochSecond(step * 30);
        assertEquals(6, code.length());
        assertEquals(OptionalLong.of(step), SIX_DIGITS.match(SECRET, code, during, 0));
        assertEquals(OptionalLong.empty(), SIX_DIGITS.match(SECRET, code.substring(1), during, 0));
        assertEquals(OptionalLong.empty(), SIX_DIGITS.match(SECRET, code.substring(2), during, 0));
    }

    @Test
    void v2_matchesNothingButTheWholeCode() {
        String code = SIX_DIGITS.codeAt(SECRET, SIX_DIGITS.stepAt(NOW));
        for (String other : new String[] {"", "0" + code, code + "0", code.substring(0, 5), code + " ", "é"}) {
            assertEquals(OptionalLong.empty(), SIX_DIGITS.match(SECRET, other, NOW, 1), "[" + other + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 9})
    void v2_knowsSixAndEightDigitsOnly(int digits) {
        assertThrows(IllegalArgumentException.class, () -> new TotpParameters(TotpAlgorithm.SHA1, digits, STEP));
    }

    @Test
    void v2_aTimeStepLastsAtLeastASecond() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TotpParameters(TotpAlgorithm.SHA1, 6, Duration.ofMillis(999)));
    }

    private static Totp eightDigits(TotpAlgorithm algorithm) {
        return new Totp(new TotpParameters(algorithm, 8, STEP));
    }

    /** The seed of the RFCs' test vectors, repeated to this length. */
    private static Secret seed(int length) {
        return Secret.of("1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII));
    }
}

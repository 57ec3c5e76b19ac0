package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Welch's t-test over the times of two kinds of input, in random order and without the slowest tenth, as dudect does it. What
 * depends on the input shows more clearly the longer one looks; what the machine does besides hits both kinds alike.
 */
@Tag("slow")
class TotpTimingIT {
    private static final int SAMPLES = 400_000;
    private static final double CLEAR = 10;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(1);

    @Test
    void x4_howMuchOfACodeIsRightDoesNotShowInTheTimeItTakes() {
        var totp = new Totp(new TotpParameters(TotpAlgorithm.SHA1, 6, Duration.ofSeconds(30)));
        Secret secret = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        String right = totp.codeAt(secret, totp.stepAt(NOW));
        String allButTheLastDigit = right.substring(0, 5) + other(right.charAt(5));
        String noDigit = right.chars().mapToObj(digit -> other((char) digit)).reduce("", String::concat);
        ToIntFunction<String> match = code -> totp.match(secret, code, NOW, 1).isPresent() ? 1 : 0;
        assertTrue(
                IntStream.range(0, 3).anyMatch(attempt -> difference(match, noDigit, allButTheLastDigit) < CLEAR),
                "three times the time said how much of the code was right");
    }

    @Test
    void aComparisonThatStopsEarlyIsFoundOut() {
        String right = "x".repeat(2_000);
        String near = "x".repeat(1_999) + "y";
        String far = "y" + "x".repeat(1_999);
        ToIntFunction<String> stopsEarly = code -> {
            int index = 0;
            while (index < right.length() && right.charAt(index) == code.charAt(index)) {
                index++;
            }
            return index;
        };
        assertTrue(difference(stopsEarly, far, near) > CLEAR, "the test would not see a leak");
    }

    /** The absolute value of Welch's t. */
    private double difference(ToIntFunction<String> timed, String one, String another) {
        long[] times = new long[SAMPLES];
        boolean[] isOne = new boolean[SAMPLES];
        int results = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            isOne[sample] = random.nextBoolean();
            String input = isOne[sample] ? one : another;
            long start = System.nanoTime();
            results += timed.applyAsInt(input);
            times[sample] = System.nanoTime() - start;
        }
        assertTrue(results >= 0);
        // The first half warms the code up.
        long[] sorted = Arrays.copyOfRange(times, SAMPLES / 2, SAMPLES);
        Arrays.sort(sorted);
        long slowest = sorted[sorted.length * 9 / 10];
        var ones = new Times();
        var others = new Times();
        for (int sample = SAMPLES / 2; sample < SAMPLES; sample++) {
            if (times[sample] <= slowest) {
                (isOne[sample] ? ones : others).add(times[sample]);
            }
        }
        return Math.abs(ones.mean() - others.mean()) / Math.sqrt(ones.errorOfMean() + others.errorOfMean());
    }

    private static String other(char digit) {
        return String.valueOf((char) ('0' + (digit - '0' + 5) % 10));
    }

    /** Mean and variance of many times. */
    private static final class Times {
        private long count;
        private double sum;
        private double squares;

        void add(long time) {
            count++;
            sum += time;
            squares += (double) time * time;
        }

        double mean() {
            return sum / count;
        }

        double errorOfMean() {
            return (squares / count - mean() * mean()) / count;
        }
    }
}

package dev.lifering.assertion;

import dev.lifering.crypto.BenchmarkKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to sign the assertion of a verification (ES256). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AssertionSigning {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final Claim claim =
            new Claim(new UUID(7, 7), "user-7", List.of("otp"), "totp", "shop", "n-1", NOW, NOW);
    private final Assertions assertions =
            new Assertions(BenchmarkKeys.keys(), new Defaults("lifering", Duration.ofMinutes(1)));

    @Benchmark
    public String sign() {
        return assertions.sign(claim);
    }

    private record Defaults(String issuer, Duration lifetime) implements AssertionConfig {}
}

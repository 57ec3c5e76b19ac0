package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to look for a code in a window of three steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TotpMatching {
    @Param({"SHA1", "SHA256", "SHA512"})
    public TotpAlgorithm algorithm;

    private final Instant now = Instant.ofEpochSecond(1_800_000_000);
    private Totp totp;
    private Secret secret;
    private String code;

    @Setup
    public void prepare() {
        totp = new Totp(new TotpParameters(algorithm, 6, Duration.ofSeconds(30)));
        secret = Secret.random(new SecureRandom(), 20);
        code = totp.codeAt(secret, totp.stepAt(now));
    }

    @Benchmark
    public OptionalLong match() {
        return totp.match(secret, code, now, 1);
    }
}

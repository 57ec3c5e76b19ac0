package dev.lifering.crypto;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to open the sealed secret of an authenticator. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealOpening {
    private final UUID row = new UUID(7, 7);
    private Sealer sealer;
    private String sealed;

    @Setup
    public void prepare() {
        var random = new SecureRandom();
        sealer = new Sealer(BenchmarkKeys.keys(), random);
        sealed = sealer.seal(SealPurpose.TOTP_SECRET, row, Secret.random(random, 20))
                .jwe();
    }

    @Benchmark
    public Secret open() {
        return sealer.open(SealPurpose.TOTP_SECRET, row, sealed);
    }
}

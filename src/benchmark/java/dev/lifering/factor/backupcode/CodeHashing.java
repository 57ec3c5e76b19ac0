package dev.lifering.factor.backupcode;

import dev.lifering.accountpolicy.BackupCodesConfig;
import dev.lifering.crypto.BenchmarkKeys;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one backup code costs, when it is made and when it is tried. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodeHashing {
    private CodeHasher hasher;
    private BackupCode code;
    private CodeHash kept;

    @Setup
    public void prepare() {
        var random = new SecureRandom();
        hasher = new CodeHasher(BenchmarkKeys.peppers(), random, new Defaults());
        code = BackupCode.draw(random, 7);
        kept = hasher.hash(code);
    }

    @Benchmark
    public boolean match() {
        return hasher.matches(code, kept);
    }

    private record Defaults(int count, int iterations) implements BackupCodesConfig {
        Defaults() {
            this(10, 1000);
        }
    }
}

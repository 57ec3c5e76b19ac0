package dev.lifering.crypto;

import java.security.SecureRandom;
import java.time.Instant;

/** A fresh key set, and what works with it, for benchmarks of other packages. */
public final class BenchmarkKeys {
    private static final KeySet KEYS = KeySet.generate(new SecureRandom(), Instant.EPOCH);

    private BenchmarkKeys() {}

    public static KeySet keys() {
        return KEYS;
    }

    public static Peppers peppers() {
        return new Peppers(KEYS);
    }
}

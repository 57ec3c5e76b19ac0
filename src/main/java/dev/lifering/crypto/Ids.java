package dev.lifering.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by the time they were made: UUIDv7 (RFC 9562 §5.7), 48 bits of milliseconds, a counter of 12 bits
 * and 62 random bits. The counter begins anywhere in its lower half (§6.2, method 1), so that ids of one application keep
 * their order within a millisecond too: the events of one request do.
 */
@ApplicationScoped
public class Ids {
    private static final int RANDOM_BYTES = 10;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = 0xFFFL;
    private static final long COUNTER_START = 0x7FFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final SecureRandom random;
    private final AtomicLong last = new AtomicLong();

    Ids(InstantSource time, SecureRandom random) {
        this.time = time;
        this.random = random;
    }

    /** A new id. */
    public UUID next() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var chance = ByteBuffer.wrap(bytes);
        long fresh = time.millis() << COUNTER_BITS | (chance.getShort() & COUNTER_START);
        long ordered = last.accumulateAndGet(fresh, (before, now) -> Math.max(before + 1, now));
        long randB = chance.getLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        long high = ordered >>> COUNTER_BITS << Short.SIZE | VERSION_7 | (ordered & COUNTER);
        return new UUID(high, VARIANT | randB);
    }
}

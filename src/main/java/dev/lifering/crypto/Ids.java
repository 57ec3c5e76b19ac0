package dev.lifering.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes ids that sort by the time they were made: UUIDv7, 48 bits of milliseconds and 74 random bits (RFC 9562 §5.7). */
@ApplicationScoped
public class Ids {
    private static final int RANDOM_BYTES = 10;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final SecureRandom random;

    Ids(InstantSource time, SecureRandom random) {
        this.time = time;
        this.random = random;
    }

    /** A new id. */
    public UUID next() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var chance = ByteBuffer.wrap(bytes);
        long randA = chance.getShort() & 0xFFFL;
        long randB = chance.getLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        return new UUID(time.millis() << 16 | VERSION_7 | randA, VARIANT | randB);
    }
}

package dev.lifering.keyrotation;

import dev.lifering.crypto.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts rows by key, and remembers the counts for a minute: counting reads a whole index. */
@ApplicationScoped
class KeyCounts {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Map<String, Counted> counted = new ConcurrentHashMap<>();
    private final InstantSource clock;

    KeyCounts(InstantSource clock) {
        this.clock = clock;
    }

    private record Counted(Map<String, Long> rows, Instant until) {}

    @Transactional
    long of(KeyUse use, String keyId) {
        Instant now = clock.instant();
        return counted.compute(
                        use.rows(),
                        (rows, before) -> before != null && now.isBefore(before.until())
                                ? before
                                : new Counted(use.rowsByKeyId(), now.plus(FRESH)))
                .rows()
                .getOrDefault(keyId, 0L);
    }
}

package dev.lifering.bench;

import java.util.Map;

/**
 * What the processes have used up so far, in milliseconds of CPU and in bytes.
 *
 * @param allocations of each of the application's threads that live now, by its address
 * @param peak the application's largest resident set since the last look
 */
record Usage(double application, double database, double client, Map<String, Long> allocations, long peak) {

    /** What was used since an earlier look. */
    Usage since(Usage earlier) {
        return new Usage(
                application - earlier.application,
                database - earlier.database,
                client - earlier.client,
                Map.of("all", allocatedSince(earlier)),
                peak);
    }

    long allocated() {
        return allocations.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a thread has allocated that ended in between is not known. */
    private long allocatedSince(Usage earlier) {
        return allocations.entrySet().stream()
                .mapToLong(thread -> {
                    long before = earlier.allocations.getOrDefault(thread.getKey(), 0L);
                    // A thread that got the address of one that ended has begun anew.
                    return thread.getValue() >= before ? thread.getValue() - before : thread.getValue();
                })
                .sum();
    }
}

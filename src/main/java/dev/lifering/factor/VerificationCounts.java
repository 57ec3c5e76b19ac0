package dev.lifering.factor;

import dev.lifering.audit.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how checks of codes end, as the metric {@code lifering.verifications}. */
@ApplicationScoped
public class VerificationCounts {
    private record Key(Method method, Outcome outcome) {}

    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;

    VerificationCounts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** One more check of this method has ended so. */
    public void add(Method method, Outcome outcome) {
        counters.computeIfAbsent(new Key(method, outcome), this::counter).increment();
    }

    private Counter counter(Key key) {
        String outcome = key.outcome().name().toLowerCase(Locale.ROOT);
        return metrics.counter("lifering.verifications", "method", key.method().wireName(), "outcome", outcome);
    }
}

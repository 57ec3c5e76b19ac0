package dev.lifering.keyrotation;

import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.KeyUse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Shows which keys are still needed: a former key whose count is 0 may leave the key set. */
@ApplicationScoped
class KeyMetrics {
    private final Instance<KeyUse> uses;
    private final KeySet keys;
    private final KeyCounts counts;
    private final MeterRegistry registry;

    KeyMetrics(@Any Instance<KeyUse> uses, KeySet keys, KeyCounts counts, MeterRegistry registry) {
        this.uses = uses;
        this.keys = keys;
        this.counts = counts;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        for (KeyUse use : uses) {
            for (String keyId : keys.keyIds(use.purpose())) {
                Gauge.builder("lifering.keys.rows", () -> counts.of(use, keyId))
                        .description("Rows that need this key to be read or checked")
                        .tag("rows", use.rows())
                        .tag("key", keyId)
                        .register(registry);
            }
        }
    }
}

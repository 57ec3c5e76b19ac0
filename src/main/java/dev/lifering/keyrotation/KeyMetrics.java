package dev.lifering.keyrotation;

import dev.lifering.crypto.KeyUse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Shows which keys are still needed: a key whose count is gone may leave the key set. */
@ApplicationScoped
class KeyMetrics {
    private final Instance<KeyUse> uses;
    private final MultiGauge gauge;

    KeyMetrics(@Any Instance<KeyUse> uses, MeterRegistry registry) {
        this.uses = uses;
        this.gauge = MultiGauge.builder("lifering.keys.rows")
                .description("Rows that need this key to be read or checked")
                .register(registry);
    }

    @Transactional
    void refresh() {
        List<Row<?>> rows = uses.stream().<Row<?>>flatMap(KeyMetrics::rows).toList();
        gauge.register(rows, true);
    }

    private static Stream<Row<Number>> rows(KeyUse use) {
        return use.rowsByKeyId().entrySet().stream()
                .map(entry -> Row.of(Tags.of("rows", use.rows(), "key", entry.getKey()), entry.getValue()));
    }
}

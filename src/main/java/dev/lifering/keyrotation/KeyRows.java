package dev.lifering.keyrotation;

import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.KeyUse;
import dev.lifering.gauge.DatabaseGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows which keys are still needed: a former key whose count is 0 may leave the key set. Rows whose key is not in it are
 * counted as {@code missing}.
 */
@ApplicationScoped
class KeyRows implements DatabaseGauge {
    private static final String MISSING = "missing";

    private final Instance<KeyUse> uses;
    private final KeySet keys;

    KeyRows(@Any Instance<KeyUse> uses, KeySet keys) {
        this.uses = uses;
        this.keys = keys;
    }

    @Override
    public String metric() {
        return "lifering.keys.rows";
    }

    @Override
    public String description() {
        return "Rows that need this key to be read or checked";
    }

    @Override
    public Set<Tags> series() {
        return uses.stream()
                .flatMap(use -> Stream.concat(keys.keyIds(use.purpose()).stream(), Stream.of(MISSING))
                        .map(key -> labels(use, key)))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Map<Tags, Double> read() {
        var rows = new HashMap<Tags, Double>();
        for (KeyUse use : uses) {
            Collection<String> known = keys.keyIds(use.purpose());
            use.rowsByKeyId()
                    .forEach((key, count) -> rows.merge(
                            labels(use, known.contains(key) ? key : MISSING), count.doubleValue(), Double::sum));
        }
        return rows;
    }

    private static Tags labels(KeyUse use, String key) {
        return Tags.of("rows", use.rows(), "key", key);
    }
}

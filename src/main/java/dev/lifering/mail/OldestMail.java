package dev.lifering.mail;

import dev.lifering.gauge.DatabaseGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Shows since when the oldest mail waits, which tells a mail server that takes none from one that has much to do. */
@ApplicationScoped
class OldestMail implements DatabaseGauge {
    private final DeliveryService deliveries;
    private final InstantSource clock;

    OldestMail(DeliveryService deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public String metric() {
        return "lifering.mails.oldest.seconds";
    }

    @Override
    public String description() {
        return "How long the oldest mail that waits has been waiting; 0 when none waits";
    }

    @Override
    public Map<Tags, Double> read() {
        return deliveries
                .oldestQueued()
                .map(since -> Duration.between(since, clock.instant()))
                .map(age -> Map.of(Tags.empty(), age.toMillis() / 1000.0))
                .orElseGet(Map::of);
    }
}

package dev.lifering.webhook.delivery;

import dev.lifering.gauge.DatabaseGauge;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Endpoints;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shows what waits and what is parked. */
@ApplicationScoped
class DeliveryCounts implements DatabaseGauge {
    private static final List<DeliveryState> SHOWN = List.of(DeliveryState.WAITING, DeliveryState.PARKED);

    private final Endpoints endpoints;
    private final ReplayService deliveries;

    DeliveryCounts(Endpoints endpoints, ReplayService deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @Override
    public String metric() {
        return "lifering.webhook.deliveries";
    }

    @Override
    public String description() {
        return "Messages that wait or are parked, all replicas counted together";
    }

    @Override
    public Set<Tags> series() {
        var series = new HashSet<Tags>();
        endpoints.all().forEach(endpoint -> SHOWN.forEach(state -> series.add(labels(endpoint, state))));
        return series;
    }

    @Override
    public Map<Tags, Double> read() {
        var counts = new HashMap<Tags, Double>();
        for (Endpoint endpoint : endpoints.all()) {
            for (DeliveryState state : SHOWN) {
                counts.put(labels(endpoint, state), (double) deliveries.count(endpoint.name(), state));
            }
        }
        return counts;
    }

    private static Tags labels(Endpoint endpoint, DeliveryState state) {
        return Tags.of("endpoint", endpoint.name(), "state", state.name().toLowerCase(Locale.ROOT));
    }
}

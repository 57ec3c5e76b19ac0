package dev.lifering.webhook.delivery;

import dev.lifering.webhook.Endpoints;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows what waits and what is parked. Each replica counts now and then, so that a scrape never waits for the database. */
@ApplicationScoped
class DeliveryCounts {
    private static final Logger LOG = Logger.getLogger(DeliveryCounts.class);
    private static final long SECONDS = 30;
    private static final List<DeliveryState> SHOWN = List.of(DeliveryState.WAITING, DeliveryState.PARKED);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var counting = new Thread(work, "webhook-counts");
        counting.setDaemon(true);
        return counting;
    });
    private final Endpoints endpoints;
    private final ReplayService deliveries;
    private final MultiGauge gauge;
    private @Nullable ScheduledFuture<?> counting;

    DeliveryCounts(Endpoints endpoints, ReplayService deliveries, MeterRegistry registry) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.gauge = MultiGauge.builder("lifering.webhook.deliveries")
                .description("Messages that wait or are parked, all replicas counted together")
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        if (!endpoints.all().isEmpty()) {
            counting = thread.scheduleWithFixedDelay(this::countQuietly, 0, SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (counting != null) {
            counting.cancel(true);
        }
        thread.shutdown();
    }

    /** Counts now. */
    void count() {
        var rows = new ArrayList<Row<?>>();
        endpoints
                .all()
                .forEach(endpoint -> SHOWN.forEach(state -> rows.add(Row.of(
                        Tags.of(
                                "endpoint",
                                endpoint.name(),
                                "state",
                                state.name().toLowerCase(Locale.ROOT)),
                        deliveries.count(endpoint.name(), state)))));
        gauge.register(rows, true);
    }

    @SuppressWarnings("IllegalCatch") // what is thrown would end the counting for good
    private void countQuietly() {
        try {
            count();
        } catch (RuntimeException e) {
            LOG.infof("webhook deliveries cannot be counted now: %s", e.getMessage());
        }
    }
}

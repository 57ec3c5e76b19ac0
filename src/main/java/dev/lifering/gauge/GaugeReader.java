package dev.lifering.gauge;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads the gauges of the database on threads of their own, and lets a scrape see what was read last. */
@ApplicationScoped
class GaugeReader {
    private static final Logger LOG = Logger.getLogger(GaugeReader.class);
    private static final int THREADS = 2;
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private final Instance<DatabaseGauge> gauges;
    private final GaugesConfig config;
    private final MeterRegistry registry;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor threads;

    GaugeReader(@Any Instance<DatabaseGauge> gauges, GaugesConfig config, MeterRegistry registry) {
        this.gauges = gauges;
        this.config = config;
        this.registry = registry;
        this.clock = registry.config().clock();
        this.threads = new ScheduledThreadPoolExecutor(THREADS, GaugeReader::thread);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start(@Observes StartupEvent started) {
        gauges.stream().filter(gauge -> !gauge.series().isEmpty()).forEach(gauge -> {
            var reading = new Reading(clock);
            register(gauge, reading);
            var pace = new Pace(config.interval());
            threads.execute(() -> read(gauge, reading, pace));
        });
    }

    /** What is being read is let finish, but the stop does not wait for a database that hangs. */
    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("a number is still being read from the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void register(DatabaseGauge gauge, Reading reading) {
        for (Tags labels : gauge.series()) {
            Gauge.builder(gauge.metric(), () -> reading.value(labels))
                    .description(gauge.description())
                    .tags(labels)
                    .register(registry);
        }
        Gauge.builder("lifering.gauge.age", reading::ageInSeconds)
                .description("How long ago the gauge was read from the database; when that is too long, it is NaN")
                .baseUnit("seconds")
                .tag("gauge", gauge.metric())
                .register(registry);
    }

    private void read(DatabaseGauge gauge, Reading reading, Pace pace) {
        Duration rest = config.interval();
        try {
            long begun = clock.monotonicTime();
            Map<Tags, Double> values = gauge.read();
            rest = pace.next(Duration.ofNanos(clock.monotonicTime() - begun));
            reading.note(values, rest);
        } catch (RuntimeException unavailable) {
            LOG.debugf(unavailable, "%s cannot be read", gauge.metric());
        } finally {
            if (!threads.isShutdown()) {
                var unused = threads.schedule(() -> read(gauge, reading, pace), rest.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static Thread thread(Runnable reads) {
        var thread = new Thread(reads, "gauge-reader");
        thread.setDaemon(true);
        return thread;
    }
}

package dev.lifering.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows how many mails wait: a number that grows means that the mail server takes none. */
@ApplicationScoped
class MailMetrics {
    private final DeliveryService deliveries;
    private final MeterRegistry registry;

    MailMetrics(DeliveryService deliveries, MeterRegistry registry) {
        this.deliveries = deliveries;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("lifering.mails.queued", deliveries::queued)
                .description("Mails that wait to be sent, all replicas counted together")
                .register(registry);
    }
}

package dev.lifering.mail;

import dev.lifering.gauge.DatabaseGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows how many mails wait: a number that grows means that the mail server takes none. */
@ApplicationScoped
class QueuedMails implements DatabaseGauge {
    private final DeliveryService deliveries;

    QueuedMails(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String metric() {
        return "lifering.mails.queued";
    }

    @Override
    public String description() {
        return "Mails that wait to be sent, all replicas counted together";
    }

    @Override
    public Map<Tags, Double> read() {
        return Map.of(Tags.empty(), (double) deliveries.queued());
    }
}

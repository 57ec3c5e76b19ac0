package dev.lifering.webhook.delivery;

import dev.lifering.webhook.Endpoints;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks for what has become due. New facts are sent right after their commit; this finds what comes back. */
@ApplicationScoped
class DueDeliveries implements RecurringWork {
    private final Endpoints endpoints;
    private final Dispatch dispatch;

    DueDeliveries(Endpoints endpoints, Dispatch dispatch) {
        this.endpoints = endpoints;
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        endpoints.all().forEach(dispatch::look);
    }
}

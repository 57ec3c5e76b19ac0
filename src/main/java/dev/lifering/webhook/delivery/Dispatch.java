package dev.lifering.webhook.delivery;

import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.sending.Courier;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due. Each endpoint has a thread of its own while it is sent something, so that one that is slow holds up
 * nobody else, and nothing else that the service does in the background.
 */
@ApplicationScoped
class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    private static final long STOP_SECONDS = 5;

    private final Map<String, Round> rounds = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final DeliveryService deliveries;
    private final Courier courier;
    private final InstantSource clock;

    Dispatch(DeliveryService deliveries, Courier courier, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.clock = clock;
    }

    /** Has somebody look for what is due to this endpoint, soon. */
    void look(Endpoint endpoint) {
        Round round = rounds.computeIfAbsent(endpoint.name(), name -> new Round(() -> sendAll(endpoint)));
        if (round.begins()) {
            try {
                threads.execute(round);
            } catch (RejectedExecutionException stopping) {
                LOG.debugf("webhook %s waits for another replica", endpoint.name());
            }
        }
    }

    /** What is under way is noted; what is not will be sent again, by another replica or after the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong, what is due stays due, and somebody looks for it soon
    private void sendAll(Endpoint endpoint) {
        try {
            while (!threads.isShutdown() && sendSome(endpoint)) {
                LOG.debugf("webhook %s: on with the next", endpoint.name());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "webhook %s: nothing can be sent now", endpoint.name());
        }
    }

    private boolean sendSome(Endpoint endpoint) {
        var batch = deliveries.take(endpoint, clock.instant());
        if (batch.messages().isEmpty()) {
            return !batch.parcels().isEmpty();
        }
        deliveries.note(endpoint, batch, courier.send(endpoint, batch.messages()), clock.instant());
        return true;
    }
}

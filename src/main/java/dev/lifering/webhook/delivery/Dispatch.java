package dev.lifering.webhook.delivery;

import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.sending.Courier;
import dev.lifering.webhook.sending.Reply;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
        Round round = rounds.computeIfAbsent(endpoint.name(), name -> {
            var rest = new Rest();
            return new Round(() -> sendAll(endpoint, rest));
        });
        if (round.begins()) {
            begin(endpoint, round);
        }
    }

    private void begin(Endpoint endpoint, Round round) {
        boolean isBegun = false;
        try {
            threads.execute(round);
            isBegun = true;
        } catch (RejectedExecutionException stopping) {
            LOG.debugf("webhook %s waits for another replica", endpoint.name());
        } finally {
            // There may be no thread to be had.
            if (!isBegun) {
                round.abandon();
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
    private void sendAll(Endpoint endpoint, Rest rest) {
        try {
            if (rest.isNeeded()) {
                deliveries.giveUpOverdue(endpoint, clock.instant());
            }
            while (!threads.isShutdown() && sendSome(endpoint, rest)) {
                LOG.debugf("webhook %s: on with the next", endpoint.name());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "webhook %s: nothing can be sent now", endpoint.name());
        }
    }

    private boolean sendSome(Endpoint endpoint, Rest rest) {
        Instant now = clock.instant();
        int room = rest.room(now);
        if (room == 0) {
            return false;
        }
        var batch = deliveries.take(endpoint, now, room);
        if (batch.messages().isEmpty()) {
            return !batch.parcels().isEmpty();
        }
        List<Reply> replies = courier.send(endpoint, batch.messages());
        Instant answered = clock.instant();
        rest.note(replies, answered);
        deliveries.note(endpoint, batch, replies, answered);
        return true;
    }
}

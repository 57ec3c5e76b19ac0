package dev.lifering.webhook.delivery;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.http.Cursor;
import dev.lifering.http.Page;
import dev.lifering.problem.ProblemType;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators see of deliveries, and have tried again. */
@ApplicationScoped
class ReplayService {
    private static final int AT_ONCE = 10_000;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final Dispatch dispatch;
    private final InstantSource clock;

    ReplayService(
            Endpoints endpoints, Deliveries deliveries, AuditTrail audit, Dispatch dispatch, InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.audit = audit;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** A page of the deliveries to this endpoint, newest first. Refusals: {@code not-found}. */
    @Transactional
    Page<DeliveryView> page(String name, @Nullable DeliveryState state, @Nullable String cursor, int limit) {
        List<DeliveryEntity> found = deliveries.newest(endpoint(name).name(), state, Cursor.before(cursor), limit + 1);
        List<DeliveryEntity> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).id.toString()) : null;
        return new Page<>(shown.stream().map(DeliveryView::of).toList(), next);
    }

    /**
     * Has messages that are parked tried again, for three days more: all, or those of these events. Refusals:
     * {@code not-found}.
     */
    @Transactional
    ReplayView replay(String name, Collection<UUID> events, Doer doer) {
        Endpoint endpoint = endpoint(name);
        Instant now = clock.instant();
        int replayed = deliveries.replay(name, events, now.plus(Retries.PATIENCE), now, AT_ONCE);
        audit.record(new Fact(Deed.WEBHOOKS_REPLAYED, Outcome.SUCCESS, doer, null, null, null, null, name), now);
        return new ReplayView(replayed, deliveries.count(endpoint.name(), DeliveryState.PARKED));
    }

    /** Has somebody look for what is due, now that the replay is kept. */
    void look(String name) {
        endpoints.named(name).ifPresent(dispatch::look);
    }

    @Transactional
    long count(String name, DeliveryState state) {
        return deliveries.count(name, state);
    }

    private Endpoint endpoint(String name) {
        return endpoints.named(name).orElseThrow(() -> ProblemType.NOT_FOUND.because("No webhook has this name."));
    }
}

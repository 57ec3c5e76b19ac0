package dev.lifering.webhook.delivery;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Draft;
import dev.lifering.audit.FactListener;
import dev.lifering.crypto.Ids;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Notes, for each endpoint that wants it, that it has to be told of a fact: exactly when the fact is kept. */
@ApplicationScoped
class FactRelay implements FactListener {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final Ids ids;
    private final TransactionSynchronizationRegistry transaction;

    FactRelay(
            Endpoints endpoints,
            Deliveries deliveries,
            Dispatch dispatch,
            Ids ids,
            TransactionSynchronizationRegistry transaction) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.ids = ids;
        this.transaction = transaction;
    }

    @Override
    public boolean hearsOfLogins() {
        for (Endpoint endpoint : endpoints.all()) {
            if (endpoint.wants(Deed.VERIFICATION)) {
                return true;
            }
        }
        return false;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void recorded(Draft draft) {
        for (Endpoint endpoint : endpoints.all()) {
            if (endpoint.wants(draft.fact().deed())) {
                deliveries.persist(delivery(endpoint, draft));
                transaction.registerInterposedSynchronization(new LookAfterCommit(dispatch, endpoint));
            }
        }
    }

    private DeliveryEntity delivery(Endpoint endpoint, Draft draft) {
        var delivery = new DeliveryEntity();
        delivery.id = ids.next();
        delivery.endpoint = endpoint.name();
        delivery.eventId = draft.id();
        delivery.eventType = draft.fact().deed().wireName();
        delivery.state = DeliveryState.WAITING;
        delivery.createdAt = draft.occurredAt();
        delivery.dueAt = draft.occurredAt();
        delivery.giveUpAt = draft.occurredAt().plus(Retries.PATIENCE);
        return delivery;
    }

    /** Before the commit there would be nothing to see. */
    private record LookAfterCommit(Dispatch dispatch, Endpoint endpoint) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                dispatch.look(endpoint);
            }
        }
    }
}

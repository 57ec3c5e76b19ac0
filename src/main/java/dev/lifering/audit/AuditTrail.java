package dev.lifering.audit;

import dev.lifering.crypto.Ids;
import dev.lifering.http.RequestFacts;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes facts down, in the transaction of the deed and once in the log. */
@ApplicationScoped
public class AuditTrail {
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private final AuditEvents events;
    private final Ids ids;
    private final RequestFacts request;
    private final List<FactListener> listeners;

    AuditTrail(AuditEvents events, Ids ids, RequestFacts request, @Any Instance<FactListener> listeners) {
        this.events = events;
        this.ids = ids;
        this.request = request;
        this.listeners = listeners.stream().toList();
    }

    /** Whether a login with a code of an app must be recorded by {@link #record}, as somebody wants to hear of it. */
    public boolean tellsOfLogins() {
        for (FactListener listener : listeners) {
            if (listener.hearsOfLogins()) {
                return true;
            }
        }
        return false;
    }

    /** Records the fact; it is kept exactly when the surrounding transaction commits. */
    @Transactional(TxType.MANDATORY)
    public void record(Fact fact, Instant now) {
        Draft draft = draft(fact, now);
        events.persist(AuditEventEntity.of(draft));
        listeners.forEach(listener -> listener.recorded(draft));
        tell(draft);
    }

    /** The fact as it is to be written; for a statement of its own, see {@link Draft}. */
    public Draft draft(Fact fact, Instant now) {
        boolean asked = Arc.container().requestContext().isActive();
        return new Draft(
                ids.next(), now, fact, asked ? request.clientAddress() : null, asked ? request.requestId() : null);
    }

    /** Puts a fact that has been written into the log. */
    public void tell(Draft draft) {
        Fact fact = draft.fact();
        LOG.infof(
                "%s %s subject=%s actor=%s/%s method=%s",
                fact.deed().wireName(),
                fact.outcome(),
                fact.subject(),
                fact.doer().kind(),
                fact.doer().reference(),
                fact.method());
    }
}

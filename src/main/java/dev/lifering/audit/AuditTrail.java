package dev.lifering.audit;

import dev.lifering.crypto.Ids;
import dev.lifering.http.RequestFacts;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Writes facts down, in the transaction of the deed and once in the log. */
@ApplicationScoped
public class AuditTrail {
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private final AuditEvents events;
    private final Ids ids;
    private final RequestFacts request;

    AuditTrail(AuditEvents events, Ids ids, RequestFacts request) {
        this.events = events;
        this.ids = ids;
        this.request = request;
    }

    /** Records the fact; it is kept exactly when the surrounding transaction commits. */
    @Transactional(TxType.MANDATORY)
    public void record(Fact fact, Instant now) {
        var event = new AuditEventEntity();
        event.id = ids.next();
        event.occurredAt = now;
        event.type = fact.deed().wireName();
        event.outcome = fact.outcome();
        event.accountId = fact.accountId();
        event.actorKind = fact.doer().kind();
        event.actor = fact.doer().reference();
        event.subject = fact.subject();
        event.method = fact.method();
        event.reason = fact.reason();
        event.object = fact.object();
        if (Arc.container().requestContext().isActive()) {
            event.address = request.clientAddress();
            event.requestId = request.requestId();
        }
        events.persist(event);
        LOG.infof(
                "%s %s subject=%s actor=%s/%s method=%s",
                event.type, event.outcome, event.subject, event.actorKind, event.actor, event.method);
    }
}

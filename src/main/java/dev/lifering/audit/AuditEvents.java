package dev.lifering.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids are in the order of time, so every list is read along an index that ends with the id. */
@ApplicationScoped
class AuditEvents implements PanacheRepositoryBase<AuditEventEntity, UUID> {
    private static final String NEWEST_FIRST = " order by e.id desc";

    /**
     * The newest of the wanted that lie from the one id, inclusive, to the other, exclusive. To be called in a transaction.
     */
    List<AuditEventEntity> newest(WantedEvents wanted, UUID from, UUID before, int limit) {
        planForTheseValues();
        Map<String, Object> values = range(wanted, from, before);
        var query = new StringBuilder("from AuditEventEntity e where ").append(indexed(wanted));
        AuditSearch search = wanted.search();
        narrow(query, values, "e.type = :type", search.type());
        narrow(query, values, "e.outcome = :outcome", search.outcome());
        narrow(query, values, "e.occurredAt >= :start", search.from());
        narrow(query, values, "e.occurredAt < :end", search.to());
        if (search.actor() != null) {
            query.append(" and ").append(actor(wanted));
            values.put("actor", search.actor());
            if (wanted.isActorLikeAPseudonym()) {
                values.put("stranger", Doer.strange(search.actor()));
            }
        }
        if (wanted.actorPseudonym() != null) {
            values.put("pseudonym", wanted.actorPseudonym().toString());
        }
        return find(query.append(NEWEST_FIRST).toString(), values)
                .page(0, limit)
                .list();
    }

    List<AuditEventEntity> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The id of the event that is that many events back, whichever are wanted; empty where there are fewer. */
    Optional<UUID> reaching(WantedEvents wanted, UUID from, UUID before, int count) {
        var query = getEntityManager()
                .createQuery("select e.id from AuditEventEntity e where " + indexed(wanted) + NEWEST_FIRST, UUID.class);
        range(wanted, from, before).forEach(query::setParameter);
        return query.setFirstResult(count - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * A plan for any values takes the range for a small one and sorts what is in it, which for each page of an export would
     * be all of the account's events that are still to come.
     */
    private void planForTheseValues() {
        getEntityManager()
                .createNativeQuery("select set_config('plan_cache_mode', 'force_custom_plan', true)", String.class)
                .getSingleResult();
    }

    /** Demands the condition, whose parameter is the word after its colon, unless any value will do. */
    private static void narrow(
            StringBuilder query, Map<String, Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            values.put(condition.substring(condition.indexOf(':') + 1), value);
        }
    }

    /** A user acts under his pseudonym only; an id that looks like one must not find who has been erased. */
    private static String actor(WantedEvents wanted) {
        String user = wanted.actorPseudonym() == null ? "" : "e.actor = :pseudonym or ";
        String others = wanted.isActorLikeAPseudonym() ? "e.actorKind not in (USER, ADMIN) and " : "";
        String stranger = wanted.isActorLikeAPseudonym() ? " or e.actor = :stranger" : "";
        return "(" + user + others + "e.actor = :actor" + stranger + ")";
    }

    /** Of the two indexes only one leads to few events where the user is known; the expression hides the other. */
    private static String indexed(WantedEvents wanted) {
        String account = wanted.subject() == null ? "e.accountId" : "coalesce(e.accountId, '')";
        return (wanted.accountId() == null ? "" : account + " = :account and ")
                + (wanted.subject() == null ? "" : "e.subject = :subject and ")
                + "e.id >= :from and e.id < :before";
    }

    private static Map<String, Object> range(WantedEvents wanted, UUID from, UUID before) {
        var values = new HashMap<String, Object>(Map.of("from", from, "before", before));
        if (wanted.accountId() != null) {
            values.put("account", wanted.accountId());
        }
        if (wanted.subject() != null) {
            values.put("subject", wanted.subject());
        }
        return values;
    }
}

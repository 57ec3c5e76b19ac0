package dev.lifering.webhook.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Ids are in the order of time. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<DeliveryEntity, UUID> {

    /**
     * Takes some that are due for whoever asks: until the moment given nobody else gets them, and if nothing was noted
     * about them by then, somebody else does.
     */
    List<Parcel> take(String endpoint, Instant now, Instant until, int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with due as (
                            select id from webhook_delivery
                            where endpoint = :endpoint and state = 'WAITING' and due_at <= :now
                            order by due_at limit :limit
                            for update skip locked
                        )
                        update webhook_delivery taken set due_at = :until, attempts = attempts + 1
                        from due where taken.id = due.id
                        returning taken.id, taken.event_id, taken.attempts, taken.give_up_at
                        """, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("event_id", UUID.class)
                .addScalar("attempts", Integer.class)
                .addScalar("give_up_at", Instant.class)
                .setParameter("endpoint", endpoint)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Parcel((UUID) row[0], (UUID) row[1], (Integer) row[2], (Instant) row[3]))
                .toList();
    }

    /** Ends a delivery, unless the parcel was taken anew or ended meanwhile. */
    void end(Parcel parcel, DeliveryState state, @Nullable String problem, Instant now) {
        update(
                "state = ?1, problem = ?2, endedAt = ?3 where id = ?4 and attempts = ?5 and state = WAITING",
                state,
                problem,
                now,
                parcel.id(),
                parcel.attempt());
    }

    /** Puts a delivery off, unless the parcel was taken anew or ended meanwhile. */
    void putOff(Parcel parcel, @Nullable String problem, Instant until) {
        update(
                "dueAt = ?1, problem = ?2 where id = ?3 and attempts = ?4 and state = WAITING",
                until,
                problem,
                parcel.id(),
                parcel.attempt());
    }

    /** Parks up to {@code limit} that were due all the time that they would have been tried. Says how many. */
    int giveUpOverdue(String endpoint, Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        with overdue as (
                            select id from webhook_delivery
                            where endpoint = :endpoint and state = 'WAITING' and due_at <= :long and give_up_at <= :now
                            order by due_at limit :limit
                            for update skip locked
                        )
                        update webhook_delivery parked
                        set state = 'PARKED', ended_at = :now, problem = coalesce(problem, 'the endpoint takes nothing')
                        from overdue where parked.id = overdue.id
                        """)
                .setParameter("endpoint", endpoint)
                .setParameter("long", now.minus(Retries.PATIENCE))
                .setParameter("now", now)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Has up to {@code limit} that are parked tried again, oldest first; all, or those of these events. Says how many. */
    int replay(String endpoint, Collection<UUID> events, Instant giveUpAt, Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        with parked as (
                            select id from webhook_delivery
                            where endpoint = :endpoint and state = 'PARKED' and (:all or event_id in (:events))
                            order by id limit :limit
                            for update skip locked
                        )
                        update webhook_delivery replayed
                        set state = 'WAITING', due_at = :now, give_up_at = :giveUpAt, attempts = 0, ended_at = null
                        from parked where replayed.id = parked.id
                        """)
                .setParameter("endpoint", endpoint)
                .setParameter("all", events.isEmpty())
                .setParameter("events", events.isEmpty() ? List.of(new UUID(0, 0)) : events)
                .setParameter("limit", limit)
                .setParameter("now", now)
                .setParameter("giveUpAt", giveUpAt)
                .executeUpdate();
    }

    List<DeliveryEntity> newest(String endpoint, @Nullable DeliveryState state, UUID before, int limit) {
        return (state == null
                        ? find("endpoint = ?1 and id < ?2 order by id desc", endpoint, before)
                        : find("endpoint = ?1 and id < ?2 and state = ?3 order by id desc", endpoint, before, state))
                .page(0, limit)
                .list();
    }

    long count(String endpoint, DeliveryState state) {
        return count("endpoint = ?1 and state = ?2", endpoint, state);
    }

    /** Erases up to {@code limit} that ended so before then. Says how many it was. */
    int eraseEnded(DeliveryState state, Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from webhook_delivery where id in
                            (select id from webhook_delivery where state = :state and ended_at < :before limit :limit)
                        """)
                .setParameter("state", state.name())
                .setParameter("before", before)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Erases up to {@code limit} with a lower id, whatever became of them. Says how many it was. */
    int eraseOlder(UUID than, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from webhook_delivery where id in
                            (select id from webhook_delivery where id < :than order by id limit :limit)
                        """)
                .setParameter("than", than)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}

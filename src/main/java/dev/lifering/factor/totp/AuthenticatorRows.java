package dev.lifering.factor.totp;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class AuthenticatorRows implements PanacheRepositoryBase<AuthenticatorEntity, UUID> {

    List<AuthenticatorEntity> of(String userId) {
        return list("userId = ?1 and disabledBy is null order by createdAt, id", userId);
    }

    Optional<AuthenticatorEntity> one(String userId, UUID id) {
        return find("id = ?1 and userId = ?2 and disabledBy is null", id, userId)
                .firstResultOptional();
    }

    long countOf(String userId) {
        return count("userId = ?1 and disabledBy is null", userId);
    }

    /** How many these users have, by their ids; nothing is said of those who have none. */
    Map<String, Long> countByUser(Collection<String> userIds) {
        return getEntityManager()
                .createQuery(
                        "select app.userId, count(*) from AuthenticatorEntity app"
                                + " where app.userId in ?1 and app.disabledBy is null group by app.userId",
                        Object[].class)
                .setParameter(1, userIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    void deleteOf(String userId) {
        delete("userId = ?1 and disabledBy is null", userId);
    }

    void disable(String userId, UUID reset) {
        update("disabledBy = ?1 where userId = ?2 and disabledBy is null", reset, userId);
    }

    /** Brings back what the reset took out of use. Says how many it was. */
    int enable(UUID reset) {
        return update("disabledBy = null where disabledBy = ?1", reset);
    }

    void deleteDisabledBy(UUID reset) {
        delete("disabledBy", reset);
    }

    /** Reads the row again, after a statement that changed it behind its back. */
    void refresh(AuthenticatorEntity app) {
        getEntityManager().refresh(app);
    }

    /**
     * Burns the step, unless it or a later one is burnt already, or its code was given before its time. True for exactly one
     * of those who try.
     */
    boolean burn(AuthenticatorEntity app, long step, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                        update authenticator set last_step = :step, last_used_at = :now
                        where id = :id and user_id = :user and last_step < :step and disabled_by is null
                          and not (:step = any (seen_ahead))
                        """)
                        .setParameter("step", step)
                        .setParameter("now", now)
                        .setParameter("id", app.id)
                        .setParameter("user", app.userId)
                        .executeUpdate()
                == 1;
    }

    /**
     * Keeps what a wrong code said of the clock; the same statement, whatever it said.
     *
     * @param past the newest step that need no longer be in {@code seen_ahead}
     * @param ahead the steps to add there
     */
    void observe(AuthenticatorEntity app, DeviceClock clock, long past, Collection<Long> ahead) {
        getEntityManager()
                .createNativeQuery("""
                        update authenticator set
                          seen_ahead = array(
                            select distinct step
                            from unnest(seen_ahead || cast(string_to_array(:ahead, ',') as bigint[])) as step
                            where step > :past),
                          off_step = :step, off_by = :off, clock_off_by = :clock, clock_seen_at = :seen
                        where id = :id and user_id = :user
                        """)
                .setParameter("ahead", ahead.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .setParameter("past", past)
                .setParameter("step", clock.lastStep())
                .setParameter("off", clock.lastOffBy())
                .setParameter("clock", clock.offBy())
                .setParameter("seen", clock.seenAt())
                .setParameter("id", app.id)
                .setParameter("user", app.userId)
                .executeUpdate();
    }

    /** Those of these users' whose clock is in question. */
    List<AuthenticatorEntity> withClockHint(Collection<String> userIds) {
        return list("userId in ?1 and disabledBy is null and clockSeenAt > lastUsedAt", userIds);
    }

    /** Some rows that these keys sealed, locked, so that replicas do not do the same work. */
    List<AuthenticatorEntity> sealedBy(Set<String> keyIds, int limit) {
        return find("secretKeyId in ?1", keyIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    Map<String, Long> countByKeyId() {
        return getEntityManager()
                .createQuery(
                        "select row.secretKeyId, count(*) from AuthenticatorEntity row group by row.secretKeyId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}

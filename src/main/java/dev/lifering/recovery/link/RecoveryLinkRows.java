package dev.lifering.recovery.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RecoveryLinkRows implements PanacheRepositoryBase<RecoveryLinkEntity, UUID> {

    Optional<RecoveryLinkEntity> withToken(byte[] hash) {
        return find("tokenHash", hash).firstResultOptional();
    }

    Optional<RecoveryLinkEntity> one(String userId, UUID id) {
        return find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
    }

    /** The one that no end was put to; it may have expired. */
    Optional<RecoveryLinkEntity> unended(String userId) {
        return find("userId = ?1 and endedAs is null", userId).firstResultOptional();
    }

    List<RecoveryLinkEntity> live(Collection<String> userIds, Instant now) {
        return userIds.isEmpty()
                ? List.of()
                : list("userId in ?1 and endedAs is null and expiresAt > ?2", userIds, now);
    }

    /** Newest first, from before the one with that id. */
    List<RecoveryLinkEntity> of(String userId, UUID before, int limit) {
        return find("userId = ?1 and id < ?2 order by id desc", userId, before)
                .page(0, limit)
                .list();
    }

    /** When the links were made that this user was sent since then, oldest first. */
    List<Instant> madeSince(String userId, Instant then) {
        return getEntityManager()
                .createQuery(
                        "select link.createdAt from RecoveryLinkEntity link"
                                + " where link.userId = ?1 and link.createdAt > ?2 order by link.createdAt",
                        Instant.class)
                .setParameter(1, userId)
                .setParameter(2, then)
                .getResultList();
    }

    /** Ends the link while it is live. True for exactly one of those who try. */
    boolean end(UUID id, LinkState as, Instant now) {
        return update("endedAs = ?1, endedAt = ?2 where id = ?3 and endedAs is null and expiresAt > ?2", as, now, id)
                == 1;
    }

    /** Ends whatever no end was put to, so that another may be live. */
    void endAll(String userId, Instant now) {
        update(
                "endedAs = case when expiresAt > ?1 then ?2 else ?3 end, endedAt = ?1 where userId = ?4 and endedAs is null",
                now,
                LinkState.SUPERSEDED,
                LinkState.EXPIRED,
                userId);
    }
}

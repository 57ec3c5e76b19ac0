package dev.lifering.factor.backupcode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class BackupCodeSetRows implements PanacheRepositoryBase<BackupCodeSetEntity, UUID> {

    Optional<BackupCodeSetEntity> active(String userId) {
        return find("userId = ?1 and state = ?2", userId, SetState.ACTIVE).firstResultOptional();
    }

    /** What is left of the active sets of these users, by their ids. */
    Map<String, BackupCodes> leftByUser(Collection<String> userIds) {
        return getEntityManager()
                .createQuery(
                        "select owned.userId, owned.label, count(code.id.locator), owned.scheme from BackupCodeSetEntity owned"
                                + " left join BackupCodeEntity code on code.id.setId = owned.id and code.spentAt is null"
                                + " where owned.userId in ?1 and owned.state = ?2 group by owned.userId, owned.label, owned.scheme",
                        Object[].class)
                .setParameter(1, userIds)
                .setParameter(2, SetState.ACTIVE)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> BackupCodes.left((String) row[1], Math.toIntExact((Long) row[2]), row[3] != null)));
    }

    Optional<BackupCodeSetEntity> one(String userId, UUID setId) {
        return find("id = ?1 and userId = ?2", setId, userId).firstResultOptional();
    }

    List<BackupCodeSetEntity> inState(String userId, SetState state) {
        return list("userId = ?1 and state = ?2", userId, state);
    }

    /** Makes the pending set the active one. True for exactly one of those who try, and only in time. */
    boolean activate(String userId, UUID setId, Instant now) {
        return update(
                        "state = ?1, activatedAt = ?2 where id = ?3 and userId = ?4 and state = ?5 and expiresAt > ?2",
                        SetState.ACTIVE,
                        now,
                        setId,
                        userId,
                        SetState.PENDING)
                == 1;
    }

    void end(UUID setId, SetState state, Instant now) {
        update("state = ?1, endedAt = ?2 where id = ?3", state, now, setId);
    }

    /** Revokes the active set and says for which reset its codes are kept. */
    void keep(String userId, UUID reset, Instant now) {
        update(
                "state = ?1, endedAt = ?2, keptFor = ?3 where userId = ?4 and state = ?5",
                SetState.REVOKED,
                now,
                reset,
                userId,
                SetState.ACTIVE);
    }

    /** Makes the set active again that was kept for the reset. */
    void restore(UUID reset) {
        update("state = ?1, endedAt = null, keptFor = null where keptFor = ?2", SetState.ACTIVE, reset);
    }

    List<BackupCodeSetEntity> keptFor(UUID reset) {
        return list("keptFor", reset);
    }

    List<BackupCodeSetEntity> overdue(Instant now, int limit) {
        return find("state = ?1 and expiresAt <= ?2", SetState.PENDING, now)
                .page(0, limit)
                .list();
    }
}

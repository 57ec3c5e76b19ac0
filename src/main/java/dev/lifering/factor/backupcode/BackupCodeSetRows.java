package dev.lifering.factor.backupcode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class BackupCodeSetRows implements PanacheRepositoryBase<BackupCodeSetEntity, UUID> {

    Optional<BackupCodeSetEntity> active(String userId) {
        return find("userId = ?1 and state = ?2", userId, SetState.ACTIVE).firstResultOptional();
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

    List<BackupCodeSetEntity> overdue(Instant now, int limit) {
        return find("state = ?1 and expiresAt <= ?2", SetState.PENDING, now)
                .page(0, limit)
                .list();
    }
}

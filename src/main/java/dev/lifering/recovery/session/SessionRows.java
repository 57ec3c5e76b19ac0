package dev.lifering.recovery.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<RecoverySessionEntity, UUID> {

    Optional<UUID> findLive(String userId, byte[] tokenHash, Instant now) {
        return find("tokenHash = ?1 and userId = ?2 and endedAt is null and expiresAt > ?3", tokenHash, userId, now)
                .firstResultOptional()
                .map(session -> session.id);
    }

    boolean end(UUID id, String userId, Instant now) {
        return update(
                        "endedAt = ?1 where id = ?2 and userId = ?3 and endedAt is null and expiresAt > ?1",
                        now,
                        id,
                        userId)
                == 1;
    }

    void endAll(String userId, Instant now) {
        update("endedAt = ?1 where userId = ?2 and endedAt is null", now, userId);
    }
}

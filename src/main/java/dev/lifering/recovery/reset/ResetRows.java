package dev.lifering.recovery.reset;

import dev.lifering.recovery.reset.ResetEntity.Ending;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ResetRows implements PanacheRepositoryBase<ResetEntity, UUID> {

    Optional<ResetEntity> repudiatedBy(byte[] hash) {
        return find("repudiationHash", hash).firstResultOptional();
    }

    /** Undoes it while that is possible. True for exactly one of those who try. */
    boolean undo(UUID id, Instant now) {
        return update(
                        "endedAs = ?1, endedAt = ?2 where id = ?3 and endedAs is null and undoUntil > ?2",
                        Ending.UNDONE,
                        now,
                        id)
                == 1;
    }

    /** Makes it final. True when it had not ended. */
    boolean makeFinal(UUID id, Instant now) {
        return update("endedAs = ?1, endedAt = ?2 where id = ?3 and endedAs is null", Ending.FINAL, now, id) == 1;
    }

    /** Those of the same user that came later and have not ended. */
    List<UUID> after(ResetEntity reset) {
        return list("userId = ?1 and id > ?2 and endedAs is null", reset.userId, reset.id).stream()
                .map(later -> later.id)
                .toList();
    }
}

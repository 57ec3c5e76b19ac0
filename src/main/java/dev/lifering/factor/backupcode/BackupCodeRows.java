package dev.lifering.factor.backupcode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class BackupCodeRows implements PanacheRepositoryBase<BackupCodeEntity, BackupCodeId> {

    /** Spends the code unless it is spent. True for exactly one of those who try. */
    boolean spend(BackupCodeId id, Instant now) {
        return update("spentAt = ?1 where id = ?2 and spentAt is null", now, id) == 1;
    }

    int unspent(UUID setId) {
        return Math.toIntExact(count("id.setId = ?1 and spentAt is null", setId));
    }

    int spent(UUID setId) {
        return Math.toIntExact(count("id.setId = ?1 and spentAt is not null", setId));
    }

    List<BackupCodeEntity> of(UUID setId) {
        return list("id.setId", setId);
    }

    void eraseCodesOf(UUID setId) {
        delete("id.setId", setId);
    }

    Map<String, Long> countByKeyId() {
        return getEntityManager()
                .createQuery(
                        "select row.pepperKeyId, count(*) from BackupCodeEntity row group by row.pepperKeyId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}

package dev.lifering.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class EnrolmentRows implements PanacheRepositoryBase<EnrolmentEntity, UUID> {

    Optional<EnrolmentEntity> one(String userId, UUID id) {
        return find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
    }

    /** Those that were not confirmed, newest first. */
    List<EnrolmentEntity> unconfirmed(String userId) {
        return list("userId = ?1 and confirmedStep is null order by id desc", userId);
    }

    Optional<EnrolmentEntity> waitingFor(String userId, UUID setId) {
        return find("userId = ?1 and backupCodeSetId = ?2 and confirmedStep is not null", userId, setId)
                .firstResultOptional();
    }

    void deleteConfirmed(String userId) {
        delete("userId = ?1 and confirmedStep is not null", userId);
    }

    void deleteOf(String userId) {
        delete("userId", userId);
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }

    /** Some rows that these keys sealed, locked, so that replicas do not do the same work. */
    List<EnrolmentEntity> sealedBy(Set<String> keyIds, int limit) {
        return find("secretKeyId in ?1", keyIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    Map<String, Long> countByKeyId() {
        return getEntityManager()
                .createQuery(
                        "select row.secretKeyId, count(*) from EnrolmentEntity row group by row.secretKeyId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}

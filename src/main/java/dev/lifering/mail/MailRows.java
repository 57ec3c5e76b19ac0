package dev.lifering.mail;

import dev.lifering.mail.Delivery.State;
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
import java.util.stream.Stream;

@ApplicationScoped
class MailRows implements PanacheRepositoryBase<MailEntity, UUID> {

    Optional<MailEntity> waiting(UUID id) {
        return find("id = ?1 and state = ?2", id, State.QUEUED).firstResultOptional();
    }

    List<MailEntity> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** How many wait; those that do have a key, and the keys have an index. */
    long queued() {
        return count("payloadKeyId is not null");
    }

    Optional<Instant> oldestQueued() {
        return getEntityManager()
                .createQuery(
                        "select min(mail.createdAt) from MailEntity mail where mail.payloadKeyId is not null",
                        Instant.class)
                .getResultStream()
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Erases up to {@code limit} that ended before then. Says how many it was. */
    int eraseEnded(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from mail where id in
                            (select id from mail where state <> 'QUEUED' and created_at < :before limit :limit)
                        """)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Of these users those to whom a mail failed, and none was sent since. */
    List<String> whoseLatestFailed(Collection<String> userIds) {
        return getEntityManager()
                .createQuery(
                        "select distinct mail.userId from MailEntity mail where mail.userId in ?1 and mail.state = ?2"
                                + " and not exists (select 1 from MailEntity later where later.userId = mail.userId"
                                + " and later.id > mail.id and later.state = ?3)",
                        String.class)
                .setParameter(1, userIds)
                .setParameter(2, State.FAILED)
                .setParameter(3, State.SENT)
                .getResultList();
    }

    /** Some rows that these keys sealed, locked, so that replicas do not do the same work. */
    List<MailEntity> sealedBy(Set<String> keyIds, int limit) {
        return find("payloadKeyId in ?1", keyIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    Map<String, Long> countByKeyId() {
        return getEntityManager()
                .createQuery(
                        "select row.payloadKeyId, count(*) from MailEntity row where row.payloadKeyId is not null"
                                + " group by row.payloadKeyId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}

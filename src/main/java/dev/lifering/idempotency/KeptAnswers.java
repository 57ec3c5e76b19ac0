package dev.lifering.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class KeptAnswers implements PanacheRepositoryBase<KeptAnswerEntity, UUID> {

    /**
     * Makes the request's row, unless it has one that has not expired. While another transaction is making it, waits how
     * that ends.
     */
    boolean claim(RequestKey request, Instant now, Instant expiresAt) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into kept_answer (id, digest, expires_at) values (:id, :digest, :expiresAt)
                                on conflict (id) do update
                                    set digest = excluded.digest, expires_at = excluded.expires_at, sealed_answer = null
                                    where kept_answer.expires_at <= :now
                                """)
                        .setParameter("id", request.id())
                        .setParameter("digest", request.digest().bytes())
                        .setParameter("expiresAt", expiresAt)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void keep(UUID id, String sealedAnswer) {
        if (update("sealedAnswer = ?1 where id = ?2", sealedAnswer, id) != 1) {
            throw new IllegalStateException("the row of request " + id + " has gone");
        }
    }

    Optional<KeptAnswerEntity> of(RequestKey request) {
        return find("id", request.id()).firstResultOptional();
    }

    /** Erases up to {@code limit} that have expired. Says how many it was. */
    int eraseExpired(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from kept_answer where id in
                            (select id from kept_answer where expires_at <= :now limit :limit)
                        """)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}

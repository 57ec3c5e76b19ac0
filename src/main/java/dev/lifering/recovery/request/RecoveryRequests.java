package dev.lifering.recovery.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class RecoveryRequests implements PanacheRepositoryBase<RecoveryRequestEntity, String> {

    /**
     * Keeps the request unless the user has asked after {@code since}. True for exactly one of those who ask at once; the
     * others wait for it.
     */
    boolean keep(RecoveryRequestEntity request, Instant since) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into recovery_request as kept (user_id, way, asked_at) values (:user, :way, :now)
                                on conflict (user_id) do update set way = excluded.way, asked_at = excluded.asked_at
                                where kept.asked_at <= :since
                                """)
                        .setParameter("user", request.userId)
                        .setParameter("way", request.way.name())
                        .setParameter("now", request.askedAt)
                        .setParameter("since", since)
                        .executeUpdate()
                == 1;
    }

    /** What the user was answered last. */
    Way answered(String userId) {
        return findById(userId).way;
    }
}

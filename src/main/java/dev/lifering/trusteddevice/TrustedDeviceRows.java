package dev.lifering.trusteddevice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class TrustedDeviceRows implements PanacheRepositoryBase<TrustedDeviceEntity, UUID> {

    /** The user's, the latest used first. */
    List<TrustedDeviceEntity> of(String userId) {
        return list("userId = ?1 order by lastUsedAt desc, id desc", userId);
    }

    List<TrustedDeviceEntity> live(String userId, Instant now) {
        return list("userId = ?1 and expiresAt > ?2 order by createdAt desc, id desc", userId, now);
    }

    Optional<TrustedDeviceEntity> bySeries(String userId, DeviceToken presented) {
        return find("seriesHash = ?1 and userId = ?2", presented.series(), userId)
                .firstResultOptional();
    }

    /**
     * Puts the next token in the place of the one presented, unless the device is not trusted any more. The device, for
     * exactly one of those who present it.
     *
     * @param provenAfter what was proved before does not count any more, by the account's policy
     */
    Optional<TrustedDeviceEntity> rotate(
            String userId, DeviceToken presented, DeviceToken next, Instant now, Instant provenAfter) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        update trusted_device
                        set previous_hash = token_hash, token_hash = :next, last_used_at = :now
                        where series_hash = :series and token_hash = :token and user_id = :user
                            and expires_at > :now and created_at > :provenAfter
                        returning *
                        """, TrustedDeviceEntity.class)
                .setParameter("next", next.token())
                .setParameter("now", now)
                .setParameter("series", presented.series())
                .setParameter("token", presented.token())
                .setParameter("user", userId)
                .setParameter("provenAfter", provenAfter)
                .getResultStream()
                .findFirst();
    }

    /** Takes one of the user's devices away; true for exactly one of those who do so. */
    boolean remove(String userId, UUID id) {
        return delete("id = ?1 and userId = ?2", id, userId) == 1;
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}

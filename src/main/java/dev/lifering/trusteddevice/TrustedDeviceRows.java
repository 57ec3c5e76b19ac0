package dev.lifering.trusteddevice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TrustedDeviceRows implements PanacheRepositoryBase<TrustedDeviceEntity, UUID> {

    /** The user's, the latest used first. */
    List<TrustedDeviceEntity> of(String userId) {
        return list("userId = ?1 order by lastUsedAt desc, id desc", userId);
    }

    List<TrustedDeviceEntity> live(String userId, Instant now) {
        return list("userId = ?1 and expiresAt > ?2 order by createdAt desc, id desc", userId, now);
    }

    Optional<TrustedDeviceEntity> one(String userId, UUID id) {
        return find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
    }

    Optional<TrustedDeviceEntity> bySeries(String userId, DeviceToken presented) {
        return find("seriesHash = ?1 and userId = ?2", presented.series(), userId)
                .firstResultOptional();
    }

    /**
     * Puts the next token in the place of the one presented, unless the device is not trusted any more. True for exactly one
     * of those who present it.
     *
     * @param provenAfter what was proved before does not count any more, by the account's policy
     */
    boolean rotate(String userId, DeviceToken presented, DeviceToken next, Instant now, Instant provenAfter) {
        return update(
                        "previousHash = tokenHash, tokenHash = ?1, lastUsedAt = ?2 where seriesHash = ?3 and tokenHash = ?4"
                                + " and userId = ?5 and expiresAt > ?2 and createdAt > ?6",
                        next.token(),
                        now,
                        presented.series(),
                        presented.token(),
                        userId,
                        provenAfter)
                == 1;
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}

package dev.lifering.trusteddevice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
@Table(name = "trusted_device")
class TrustedDeviceEntity {
    /** Two tabs that open at once present the same token, and the later of them is no thief. */
    static final Duration GRACE = Duration.ofSeconds(10);

    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(nullable = false, length = 100)
    String label;

    @Column(name = "series_hash", nullable = false)
    byte[] seriesHash;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Column(name = "previous_hash")
    byte @Nullable [] previousHash;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "last_used_at", nullable = false)
    Instant lastUsedAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    /** Whether the token is the one before the current one, which was used a moment ago. */
    boolean wasJustUsed(DeviceToken presented, Instant now) {
        return previousHash != null
                && MessageDigest.isEqual(previousHash, presented.token())
                && !now.isAfter(lastUsedAt.plus(GRACE));
    }

    TrustedDeviceView toView() {
        return new TrustedDeviceView(id, label, createdAt, lastUsedAt, expiresAt);
    }
}

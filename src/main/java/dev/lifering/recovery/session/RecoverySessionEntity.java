package dev.lifering.recovery.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "recovery_session")
class RecoverySessionEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}

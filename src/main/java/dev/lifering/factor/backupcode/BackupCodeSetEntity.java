package dev.lifering.factor.backupcode;

import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "backup_code_set")
class BackupCodeSetEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(nullable = false, length = 16)
    String label;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    SetState state;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    /** Whose codes these are, where another product has issued them; null for codes of our own. */
    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    LegacyScheme scheme;

    @Nullable
    @Column(name = "activated_at")
    Instant activatedAt;

    /** The reset that revoked it, and for which its codes are kept. */
    @Nullable
    @Column(name = "kept_for")
    UUID keptFor;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}

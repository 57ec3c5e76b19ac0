package dev.lifering.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "second_factor")
class SecondFactorEntity {
    @Id
    @Column(name = "user_id", length = 255)
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Status status;

    @Column(name = "failed_attempts", nullable = false)
    int failedAttempts;

    @Nullable
    @Column(name = "locked_until")
    Instant lockedUntil;

    @Nullable
    @Column(name = "enabled_at")
    Instant enabledAt;

    @Nullable
    @Column(name = "last_verified_at")
    Instant lastVerifiedAt;
}

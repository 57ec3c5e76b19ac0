package dev.lifering.recovery.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "recovery_request")
class RecoveryRequestEntity {
    @Id
    @Column(name = "user_id", length = 255)
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Way way;

    @Column(name = "asked_at", nullable = false)
    Instant askedAt;
}

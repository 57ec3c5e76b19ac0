package dev.lifering.recovery.reset;

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
@Table(name = "recovery_reset")
class ResetEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(name = "link_id", nullable = false)
    UUID linkId;

    @Column(name = "repudiation_hash", nullable = false)
    byte[] repudiationHash;

    @Column(name = "reset_at", nullable = false)
    Instant resetAt;

    @Column(name = "undo_until", nullable = false)
    Instant undoUntil;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as", length = 16)
    Ending endedAs;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    /** What became of it. */
    enum Ending {
        UNDONE,
        FINAL
    }
}

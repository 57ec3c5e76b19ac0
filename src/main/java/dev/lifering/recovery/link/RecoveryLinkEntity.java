package dev.lifering.recovery.link;

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
@Table(name = "recovery_link")
class RecoveryLinkEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Column(name = "mail_id", nullable = false)
    UUID mailId;

    @Column(name = "sent_to", nullable = false, length = 320)
    String sentTo;

    /** The pseudonym of the administrator; null for a link that a support case ended with. */
    @Nullable
    @Column(name = "requested_by")
    UUID requestedBy;

    @Nullable
    @Column(name = "support_case_id")
    UUID supportCaseId;

    @Nullable
    @Column(length = 200)
    String reason;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as", length = 16)
    LinkState endedAs;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}

package dev.lifering.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a request under a key. Whoever sees a row sees its answer: both are committed together. */
@Entity
@Table(name = "kept_answer")
class KeptAnswerEntity {
    @Id
    UUID id;

    @Column(nullable = false)
    byte[] digest;

    @Nullable
    @Column(name = "sealed_answer")
    String sealedAnswer;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;
}

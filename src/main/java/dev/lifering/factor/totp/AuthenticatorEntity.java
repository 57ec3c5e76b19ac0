package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row whose step is burnt by a conditional update that Hibernate does not see. Only what was changed here is written:
 * a stale step must not come back with a new label.
 */
@Entity
@DynamicUpdate
@Table(name = "authenticator")
class AuthenticatorEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(nullable = false, length = 100)
    String label;

    @Column(name = "sealed_secret", nullable = false, columnDefinition = "text")
    String sealedSecret;

    @Column(name = "secret_key_id", nullable = false, length = 100)
    String secretKeyId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    TotpAlgorithm algorithm;

    @Column(nullable = false)
    int digits;

    @Column(name = "period_seconds", nullable = false)
    int periodSeconds;

    @Column(name = "last_step", nullable = false)
    long lastStep;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "last_used_at", nullable = false)
    Instant lastUsedAt;

    /** The reset that took it out of use; what is asked for a user's authenticators leaves these out. */
    @Nullable
    @Column(name = "disabled_by")
    UUID disabledBy;

    TotpParameters parameters() {
        return new TotpParameters(algorithm, digits, Duration.ofSeconds(periodSeconds));
    }

    Authenticator toAuthenticator() {
        return new Authenticator(id, label, createdAt, lastUsedAt);
    }
}

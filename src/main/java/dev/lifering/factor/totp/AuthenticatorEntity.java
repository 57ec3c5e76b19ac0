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
import java.util.Optional;
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
    /** Below every step that a code can have. */
    static final long NOTHING_BURNT = -1;

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

    /** Of the last wrong code; written by a statement of its own, like what follows. */
    @Column(name = "off_step", nullable = false)
    long offStep;

    @Column(name = "off_by", nullable = false)
    int offBy;

    @Column(name = "clock_off_by", nullable = false)
    int clockOffBy;

    @Column(name = "clock_seen_at", nullable = false)
    Instant clockSeenAt = Instant.EPOCH;

    /** The reset that took it out of use; what is asked for a user's authenticators leaves these out. */
    @Nullable
    @Column(name = "disabled_by")
    UUID disabledBy;

    /** The product that it came over from; null when it was enrolled here. */
    @Nullable
    @Column(name = "imported_from", length = 20)
    String importedFrom;

    TotpParameters parameters() {
        return new TotpParameters(algorithm, digits, Duration.ofSeconds(periodSeconds));
    }

    DeviceClock clock() {
        return new DeviceClock(offStep, offBy, clockOffBy, clockSeenAt);
    }

    /** What is told of the device's clock: something while no code was good since. */
    Optional<ClockHint> clockHint() {
        return clockSeenAt.isAfter(lastUsedAt)
                ? Optional.of(new ClockHint((long) clockOffBy * periodSeconds, clockSeenAt))
                : Optional.empty();
    }

    Authenticator toAuthenticator() {
        return new Authenticator(id, label, createdAt, lastUsedAt, importedFrom, isUnproven() ? true : null);
    }

    /** Whether it came by import and has not shown a good code yet. */
    boolean isUnproven() {
        return importedFrom != null && lastStep == NOTHING_BURNT;
    }
}

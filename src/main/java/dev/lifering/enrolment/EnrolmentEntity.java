package dev.lifering.enrolment;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Sealed;
import dev.lifering.factor.totp.NewAuthenticator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "enrolment")
class EnrolmentEntity {
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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Authorisation authorisation;

    @Nullable
    @Column(name = "recovery_session_id")
    UUID recoverySessionId;

    /** The burnt time step of the code that confirmed it; null while it is not confirmed. */
    @Nullable
    @Column(name = "confirmed_step")
    Long confirmedStep;

    /** The set whose acknowledgement makes the authenticator count; null where it counts at once. */
    @Nullable
    @Column(name = "backup_code_set_id")
    UUID backupCodeSetId;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    boolean isOpenAt(Instant now) {
        return confirmedStep == null && now.isBefore(expiresAt);
    }

    TotpParameters parameters() {
        return new TotpParameters(algorithm, digits, Duration.ofSeconds(periodSeconds));
    }

    NewAuthenticator confirmedWith(long step) {
        return new NewAuthenticator(id, label, new Sealed(secretKeyId, sealedSecret), parameters(), step);
    }
}

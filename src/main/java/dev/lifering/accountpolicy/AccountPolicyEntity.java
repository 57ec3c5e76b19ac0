package dev.lifering.accountpolicy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one account says; null means that the default applies. */
@Entity
@Table(name = "account_policy")
class AccountPolicyEntity {
    @Id
    @Column(name = "account_id", length = 255)
    String accountId;

    @Nullable
    @Column(name = "second_factor_mandatory")
    Boolean secondFactorMandatory;

    @Nullable
    @Column(name = "grace_period_seconds")
    Long gracePeriodSeconds;

    @Nullable
    @Column(name = "max_authenticators")
    Integer maxAuthenticators;

    @Nullable
    @Column(name = "acknowledgement_proof")
    Boolean acknowledgementProof;

    @Nullable
    @Column(name = "backup_codes")
    Integer backupCodes;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "totp_algorithm", length = 8)
    TotpAlgorithm totpAlgorithm;

    @Nullable
    @Column(name = "totp_digits")
    Integer totpDigits;

    @Nullable
    @Column(name = "totp_period_seconds")
    Integer totpPeriodSeconds;

    @Nullable
    @Column(name = "totp_window")
    Integer totpWindow;

    /** Since when the account demands a second factor; see the migration for null. */
    @Nullable
    @Column(name = "second_factor_mandatory_since")
    Instant secondFactorMandatorySince;

    @Nullable
    @Column(name = "step_up_after_seconds")
    Integer stepUpAfterSeconds;

    @Nullable
    @Column(name = "trusted_device_lifetime_seconds")
    Long trustedDeviceLifetimeSeconds;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;
}

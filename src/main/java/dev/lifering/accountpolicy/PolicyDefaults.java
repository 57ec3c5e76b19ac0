package dev.lifering.accountpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The service's own demands, from its settings, and what they become under an account's words. */
@ApplicationScoped
class PolicyDefaults {
    private final Policy policy;

    PolicyDefaults(PolicyConfig config, BackupCodesConfig backupCodes) {
        this.policy = new Policy(
                config.secondFactorMandatory(),
                Instant.EPOCH,
                config.gracePeriod(),
                config.maxAuthenticators(),
                config.acknowledgementProof(),
                backupCodes.count(),
                new TotpParameters(config.totpAlgorithm(), config.totpDigits(), config.totpPeriod()),
                config.totpWindow(),
                config.stepUpAfter(),
                config.trustedDeviceLifetime());
    }

    Policy policy() {
        return policy;
    }

    /** The account's words, and the defaults where it says nothing. */
    Policy under(AccountPolicyEntity account) {
        TotpParameters totp = new TotpParameters(
                or(account.totpAlgorithm, policy.totp().algorithm()),
                or(account.totpDigits, policy.totp().digits()),
                account.totpPeriodSeconds == null
                        ? policy.totp().period()
                        : Duration.ofSeconds(account.totpPeriodSeconds));
        return new Policy(
                or(account.secondFactorMandatory, policy.secondFactorMandatory()),
                demandedSince(account),
                account.gracePeriodSeconds == null
                        ? policy.gracePeriod()
                        : Duration.ofSeconds(account.gracePeriodSeconds),
                or(account.maxAuthenticators, policy.maxAuthenticators()),
                or(account.acknowledgementProof, policy.acknowledgementProof()),
                or(account.backupCodes, policy.backupCodes()),
                totp,
                or(account.totpWindow, policy.totpWindow()),
                account.stepUpAfterSeconds == null
                        ? policy.stepUpAfter()
                        : Duration.ofSeconds(account.stepUpAfterSeconds),
                account.trustedDeviceLifetimeSeconds == null
                        ? policy.trustedDeviceLifetime()
                        : Duration.ofSeconds(account.trustedDeviceLifetimeSeconds));
    }

    /** What the service demands by itself, it always did. */
    private static Instant demandedSince(AccountPolicyEntity account) {
        if (account.secondFactorMandatorySince != null) {
            return account.secondFactorMandatorySince;
        }
        return Boolean.TRUE.equals(account.secondFactorMandatory) ? account.updatedAt : Instant.EPOCH;
    }

    private static <T> T or(@Nullable T own, T fallback) {
        return own == null ? fallback : own;
    }
}

package dev.lifering.accountpolicy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How backup codes are issued and kept where an account says nothing else. */
@ConfigMapping(prefix = "lifering.backup-codes")
public interface BackupCodesConfig {

    /** Rule B1: how many codes a new set has. */
    @WithDefault("10")
    @Min(8)
    @Max(16)
    int count();

    /**
     * Rule B2: rounds of PBKDF2. The codes are random, so the work factor may be small (NIST SP 800-63B-4 §3.1.2.2); what
     * guards against a thief of the database is the pepper.
     */
    @WithDefault("1000")
    @Min(1000)
    @Max(1_000_000)
    int iterations();
}

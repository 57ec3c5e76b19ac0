package dev.lifering.recovery.reset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What redeeming a recovery link takes. */
@ConfigMapping(prefix = "lifering.recovery")
interface RedemptionConfig {

    /**
     * Whether the token works only together with the user's first factor. NIST SP 800-63B-4 §4.2.2.2 wants both; without it
     * whoever reads the mailbox resets the second factor.
     */
    @WithDefault("true")
    boolean firstFactorRequired();
}

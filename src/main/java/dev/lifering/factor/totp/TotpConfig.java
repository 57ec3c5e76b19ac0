package dev.lifering.factor.totp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;

/** What authenticator apps show. */
@ConfigMapping(prefix = "lifering.totp")
interface TotpConfig {

    /** The name of the platform in the app. A colon would end it early in the otpauth URI. */
    @WithDefault("Lifering")
    @Pattern(regexp = "[^:\\p{Cntrl}]{1,64}")
    String issuer();
}

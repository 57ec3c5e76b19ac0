package dev.lifering.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the platform's tokens are read. */
@ConfigMapping(prefix = "lifering.jwt")
interface JwtConfig {

    /** The claim that names the account. */
    @WithDefault("account_id")
    String accountClaim();
}

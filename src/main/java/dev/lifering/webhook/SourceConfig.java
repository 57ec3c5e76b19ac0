package dev.lifering.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What Lifering calls itself outside. */
@ConfigMapping(prefix = "lifering.assertion")
interface SourceConfig {

    /** The name under which services know this Lifering. */
    @WithDefault("lifering")
    String issuer();
}

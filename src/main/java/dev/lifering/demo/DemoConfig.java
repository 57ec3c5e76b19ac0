package dev.lifering.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether this is the demo. */
@ConfigMapping(prefix = "lifering.demo")
interface DemoConfig {

    @WithParentName
    @WithDefault("false")
    boolean enabled();
}

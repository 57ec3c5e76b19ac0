package dev.lifering.console;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the reference console. */
@ConfigMapping(prefix = "lifering.console")
interface ConsoleConfig {

    /** Whether it is served; unless set, in the demo and where people can sign in to it. */
    Optional<Boolean> enabled();
}

package dev.lifering.crypto;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the key set is. */
@ConfigMapping(prefix = "lifering.keys")
interface KeysConfig {

    /** The file with the JWK Set: a path or a {@code file:} URL. */
    Optional<String> location();

    /** The JWK Set itself; wins over the location. */
    Optional<String> value();
}

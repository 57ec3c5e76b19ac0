package dev.lifering.demo;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The identity provider that demo mode plays. */
@ConfigMapping(prefix = "lifering.demo-issuer")
interface DemoIssuerConfig {

    /** The file of its private key, a JWK; present in demo mode only. */
    Optional<String> keyLocation();
}

package dev.lifering.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The platform's identity provider, where people sign in to the console: a public client that may use the authorization
 * code flow with PKCE.
 */
@ConfigMapping(prefix = "lifering.console.oidc")
interface OidcConfig {

    /** The id that the identity provider knows the console by; its redirect URI is the address of the console. */
    Optional<String> clientId();

    /** The identity provider's issuer; the one that tokens must come from, unless set. */
    Optional<String> issuer();

    /** Where the sign-in begins; found by the issuer's discovery document (OpenID Connect Discovery 1.0), unless set. */
    Optional<String> authorizationEndpoint();

    /** Where a code becomes a token; the same. */
    Optional<String> tokenEndpoint();

    /** What is asked for; must bring an access token that Lifering accepts. */
    @WithDefault("openid profile email")
    String scope();
}

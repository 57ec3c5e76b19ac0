package dev.lifering.console;

import org.jspecify.annotations.Nullable;

/** Where people sign in; without endpoints, the issuer's discovery document has them. */
public record OidcView(
        String issuer,
        String clientId,
        String scope,
        @Nullable String authorizationEndpoint,
        @Nullable String tokenEndpoint) {}

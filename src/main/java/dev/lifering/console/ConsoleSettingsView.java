package dev.lifering.console;

import org.jspecify.annotations.Nullable;

/**
 * What the pages must know about this installation.
 *
 * @param demo whether there are personas, captured mails and a phone to play with
 * @param accountClaim the claim of a token that names the account
 * @param oidc where people sign in; absent in the demo
 */
public record ConsoleSettingsView(
        boolean demo, String accountClaim, @Nullable OidcView oidc) {}

/**
 * Carries messages to endpoints: signed, over a connection to an address that was looked at first. Not for deciding when
 * to try again.
 *
 * <p>Follows Standard Webhooks; RFC 9110 §10.2.3 and §15; the IANA special-purpose address registries (RFC 6890).
 */
@NullMarked
package dev.lifering.webhook.sending;

import org.jspecify.annotations.NullMarked;

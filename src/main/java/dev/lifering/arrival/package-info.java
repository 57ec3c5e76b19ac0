/**
 * The person behind a user's token: looked up in the directory, or created from the token's claims at the first call.
 * Not for provisioning by services.
 */
@NullMarked
package dev.lifering.arrival;

import org.jspecify.annotations.NullMarked;

/**
 * Checking a code: for a service that signs a user in, for the user himself, and as the fresh second factor that changes
 * need. Not for any single factor's mathematics.
 *
 * <p>Follows NIST SP 800-63B-4 §3.1.4 (one-time passwords) and §3.1.2 (look-up secrets).
 */
@NullMarked
package dev.lifering.verification;

import org.jspecify.annotations.NullMarked;

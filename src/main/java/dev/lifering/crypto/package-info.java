/**
 * Holds, seals, hashes and makes secrets and ids, and knows the key set. Not for what the secrets mean: that is for
 * the features.
 *
 * <p>Follows RFC 7516 (JWE), RFC 7517 (JWK), RFC 2104 (HMAC) and RFC 9562 §5.7 (UUIDv7).
 */
@NullMarked
package dev.lifering.crypto;

import org.jspecify.annotations.NullMarked;

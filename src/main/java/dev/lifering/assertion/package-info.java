/**
 * Signed proof of a verification, checked offline by others with the public keys. Not for reading the platform's own
 * tokens.
 *
 * <p>Follows RFC 7519 (JWT), RFC 7518 (ES256), RFC 7517 (JWK Set) and RFC 8176 (amr values).
 */
@NullMarked
package dev.lifering.assertion;

import org.jspecify.annotations.NullMarked;

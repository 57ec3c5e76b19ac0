/**
 * Authenticator apps: computing and matching time-based codes, keeping their sealed secrets. Not for the steps of an
 * enrolment.
 *
 * <p>Follows RFC 6238 (TOTP), RFC 4226 (HOTP) and RFC 4648 §6 (base32).
 */
@NullMarked
package dev.lifering.factor.totp;

import org.jspecify.annotations.NullMarked;

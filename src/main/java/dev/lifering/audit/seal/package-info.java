/**
 * Makes changes to the audit trail evident: chains of signed seals over what was recorded, and the check of an export
 * against them, offline. Not for what events mean.
 *
 * <p>Follows RFC 8785 (canonical JSON), RFC 7515 (JWS) and FIPS 180-4 (SHA-256).
 */
@NullMarked
package dev.lifering.audit.seal;

import org.jspecify.annotations.NullMarked;

/**
 * What a seal is: a link of a signed chain over what was recorded, and the form in which both stand in an export. Not for
 * what events mean, nor for where they are kept.
 *
 * <p>Follows RFC 8785 (canonical JSON), RFC 7515 (JWS) and FIPS 180-4 (SHA-256).
 */
@NullMarked
package dev.lifering.audit.seal;

import org.jspecify.annotations.NullMarked;

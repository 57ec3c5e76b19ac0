/**
 * Adding an authenticator app: start, confirm, cancel. Not for managing the ones in use.
 *
 * <p>Follows NIST SP 800-63B-4 §4.1 (binding an authenticator).
 */
@NullMarked
package dev.lifering.enrolment;

import org.jspecify.annotations.NullMarked;

/**
 * What all second factors share: the status, the lockout, and the interface that each of them implements. Not for any
 * single factor.
 *
 * <p>Follows NIST SP 800-63B-4 §3.2.2 (rate limiting).
 */
@NullMarked
package dev.lifering.factor;

import org.jspecify.annotations.NullMarked;

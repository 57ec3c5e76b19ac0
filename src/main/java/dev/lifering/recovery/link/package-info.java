/**
 * Recovery links: mailed by an administrator or at the end of a support case, listed, revoked, looked at. Not for deciding
 * who may have one, and not for what redeeming one does.
 *
 * <p>Follows NIST SP 800-63B-4 §4.2.1.2 (issued recovery codes) and RFC 9110 §9.2.1 (GET is safe).
 */
@NullMarked
package dev.lifering.recovery.link;

import org.jspecify.annotations.NullMarked;

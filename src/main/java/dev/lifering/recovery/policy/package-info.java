/**
 * Who may recover whom: one pure function, and the facts it asks for. Not for carrying a recovery out.
 *
 * <p>Follows NIST SP 800-63B-4 §4.2 (account recovery); the reseller rule is Lifering's own.
 */
@NullMarked
package dev.lifering.recovery.policy;

import org.jspecify.annotations.NullMarked;

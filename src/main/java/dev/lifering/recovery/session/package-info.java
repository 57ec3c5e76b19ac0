/**
 * Recovery sessions: for 15 minutes one person may set up an authenticator without a second factor. Not for deciding who
 * gets one.
 *
 * <p>Follows NIST SP 800-63B-4 §4.2 (account recovery).
 */
@NullMarked
package dev.lifering.recovery.session;

import org.jspecify.annotations.NullMarked;

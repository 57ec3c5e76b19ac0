/**
 * What a redeemed recovery link does to a second factor, and how the user undoes it who did not ask for it. Not for sending
 * links.
 *
 * <p>Follows NIST SP 800-63B-4 §4.2 (account recovery) and §4.6 (notification).
 */
@NullMarked
package dev.lifering.recovery.reset;

import org.jspecify.annotations.NullMarked;

/**
 * Support cases: how a user comes back whom no administrator can recover (rules S1 to S3). Not for resetting anything: a
 * case ends with a recovery link at most.
 *
 * <p>Follows NIST SP 800-63B-4 §4.2.2 (recovery by repeated identity proofing) and §4.6 (notices).
 */
@NullMarked
package dev.lifering.supportcase;

import org.jspecify.annotations.NullMarked;

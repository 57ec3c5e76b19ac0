/**
 * Backup codes, our own and those that come over from other products: their form, their hashes, the sets they are issued in,
 * and spending one. Not for the steps of issuing and acknowledging over HTTP.
 *
 * <p>Follows NIST SP 800-63B-4 §3.1.2 (look-up secrets) and §4.2.1.1 (saved recovery codes), RFC 8018 (PBKDF2).
 */
@NullMarked
package dev.lifering.factor.backupcode;

import org.jspecify.annotations.NullMarked;

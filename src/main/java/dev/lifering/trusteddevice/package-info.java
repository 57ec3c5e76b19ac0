/**
 * Trusted devices: a login on a device where a code was proved some days ago needs none. Not for checking codes.
 *
 * <p>NIST SP 800-63B-4 knows no trusted devices: at AAL2 each login takes two factors, and a session ends after a day. They are
 * off unless an account's policy or the operator allows them, and the assertion says what was not proved.
 */
@NullMarked
package dev.lifering.trusteddevice;

import org.jspecify.annotations.NullMarked;

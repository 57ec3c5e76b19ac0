package dev.lifering.verification;

import dev.lifering.factor.Proof;
import dev.lifering.factor.Status;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.trusteddevice.TrustedDeviceTokenView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login whose second factor was proved.
 *
 * @param codesLeft unspent backup codes of the active set
 * @param session given when the last backup code was spent (rule V6)
 * @param device what the device is to present from now on, where that was asked for and given
 */
record Verified(
        String userId,
        Proof proof,
        Status status,
        int codesLeft,
        @Nullable OpenedSession session,
        @Nullable TrustedDeviceTokenView device,
        Instant at) {}

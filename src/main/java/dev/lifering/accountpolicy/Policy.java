package dev.lifering.accountpolicy;

import java.time.Duration;

/**
 * The demands that hold for the users of one account.
 *
 * @param gracePeriod how long a user of an account that demands 2FA may go without, from being known here
 * @param maxAuthenticators how many authenticators a user may have; 1 means one app per user
 * @param acknowledgementProof whether acknowledging backup codes needs one of them typed back
 * @param backupCodes how many codes a new set has, 8 to 16
 * @param totp what newly enrolled authenticator apps compute
 * @param totpWindow how many time steps before and after the current one are accepted (RFC 6238 §5.2)
 */
public record Policy(
        boolean secondFactorMandatory,
        Duration gracePeriod,
        int maxAuthenticators,
        boolean acknowledgementProof,
        int backupCodes,
        TotpParameters totp,
        int totpWindow) {}

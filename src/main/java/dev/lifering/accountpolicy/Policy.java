package dev.lifering.accountpolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The demands that hold for the users of one account.
 *
 * @param demandedSince when the account began to demand 2FA; {@link Instant#EPOCH} where it always did
 * @param gracePeriod how long a user of an account that demands 2FA may go without, from being known here or from when the
 *     account began to demand it, whichever is later
 * @param maxAuthenticators how many authenticators a user may have; 1 means one app per user
 * @param acknowledgementProof whether acknowledging backup codes needs one of them typed back
 * @param backupCodes how many codes a new set has, 8 to 16
 * @param totp what newly enrolled authenticator apps compute
 * @param totpWindow how many time steps before and after the current one are accepted (RFC 6238 §5.2)
 * @param stepUpAfter how old the proof of a second factor may be when its user does something sensitive
 * @param trustedDeviceLifetime how long a device needs no code after one was proved on it; zero means that none is trusted
 */
public record Policy(
        boolean secondFactorMandatory,
        Instant demandedSince,
        Duration gracePeriod,
        int maxAuthenticators,
        boolean acknowledgementProof,
        int backupCodes,
        TotpParameters totp,
        int totpWindow,
        Duration stepUpAfter,
        Duration trustedDeviceLifetime) {

    /**
     * Until when a user may go without a second factor; empty where nobody need have one.
     *
     * @param knownSince when the user became known here
     */
    public Optional<Instant> enrolBy(Instant knownSince) {
        Instant begin = knownSince.isAfter(demandedSince) ? knownSince : demandedSince;
        return secondFactorMandatory ? Optional.of(begin.plus(gracePeriod)) : Optional.empty();
    }
}

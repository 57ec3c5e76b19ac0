package dev.lifering.accountpolicy;

import java.time.Duration;

/**
 * What an authenticator app computes.
 *
 * @param digits 6 or 8 (RFC 4226 §5.3)
 * @param period the length of a time step (RFC 6238 §4.1)
 */
public record TotpParameters(TotpAlgorithm algorithm, int digits, Duration period) {

    public TotpParameters {
        if (digits != 6 && digits != 8) {
            throw new IllegalArgumentException("a TOTP has 6 or 8 digits, not " + digits);
        }
        if (period.toSeconds() < 1) {
            throw new IllegalArgumentException("a time step lasts at least a second");
        }
    }
}

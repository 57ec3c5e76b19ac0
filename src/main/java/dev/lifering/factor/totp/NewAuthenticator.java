package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Sealed;
import java.util.UUID;

/**
 * An authenticator that has been confirmed.
 *
 * @param id the id its secret was sealed for
 * @param burntStep the time step of the code that confirmed it; no code of it or before is accepted
 */
public record NewAuthenticator(UUID id, String label, Sealed secret, TotpParameters parameters, long burntStep) {}

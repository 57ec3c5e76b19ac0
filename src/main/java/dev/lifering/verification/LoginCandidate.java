package dev.lifering.verification;

import dev.lifering.accountpolicy.TotpParameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator whose code a login may bring, and what is to be known of its owner.
 *
 * @param pseudonym what the audit trail knows the owner by
 * @param ownWindow what the account says of the steps around the current one; null when it says nothing
 * @param sealedSecret a JWE bound to the authenticator
 * @param codesLeft unspent backup codes of the owner's active set
 */
record LoginCandidate(
        String userId,
        String accountId,
        UUID pseudonym,
        @Nullable Integer ownWindow,
        UUID id,
        String label,
        String sealedSecret,
        TotpParameters parameters,
        int codesLeft) {

    @Override
    public String toString() {
        return "LoginCandidate[" + id + " of " + userId + "]";
    }
}

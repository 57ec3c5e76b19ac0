package dev.lifering.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of the platform.
 *
 * @param id the platform's id, equal to the claim {@code sub} of the user's tokens
 * @param accountId the one home account
 * @param pseudonym what the audit trail knows the user by; means nothing once the user is erased
 * @param locale a BCP 47 language tag
 * @param admin whether the directory knows the user as an administrator of the home account
 * @param secondFactorManagedElsewhere whether an identity provider of the account brings the second factor
 */
public record Person(
        String id,
        String accountId,
        UUID pseudonym,
        @Nullable String email,
        @Nullable String displayName,
        @Nullable String locale,
        boolean admin,
        boolean active,
        boolean secondFactorManagedElsewhere) {

    /** What to call the person when telling somebody else: the name, or the address, or the id. */
    public String called() {
        if (displayName != null) {
            return displayName;
        }
        return email == null ? id : email;
    }

    /** Ids only: names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "Person[" + id + " of " + accountId + "]";
    }
}

package dev.lifering.recovery.policy;

import dev.lifering.access.Actor;
import dev.lifering.access.Roles;
import dev.lifering.directory.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a recovery, as his token and the directory say.
 *
 * @param claimed the account that the token names, if it is known
 * @param home the account whose member the directory knows the subject as, if it knows him
 */
public record Requester(
        Actor actor, @Nullable Account claimed, @Nullable Account home) {

    boolean isReseller() {
        return actor.reseller();
    }

    boolean isAdmin() {
        return actor.is(Roles.ADMIN);
    }

    boolean isSupport() {
        return actor.is(Roles.SUPPORT) && !isReseller();
    }

    boolean is(String userId) {
        return actor.id().equals(userId);
    }

    /** Whether the token names this account, and the directory does not say that he belongs elsewhere. */
    boolean belongsTo(Account account) {
        return claims(account) && (home == null || home.id().equals(account.id()));
    }

    /** Whether the directory knows him as a member of the reseller that looks after this account. */
    boolean isMemberOfResellerOf(Account account) {
        return home != null && account.isCustomerOf(home.id());
    }

    /** Whether whoever has a reseller's token has to do with this account in any way that token and directory show. */
    boolean dealsWith(Account account) {
        return claims(account)
                || isMemberOfResellerOf(account)
                || (home != null && home.id().equals(account.id()))
                || actor.accountId().filter(account::isCustomerOf).isPresent()
                || Optional.ofNullable(claimed)
                        .flatMap(Account::resellerId)
                        .filter(account::isCustomerOf)
                        .isPresent();
    }

    private boolean claims(Account account) {
        return account.id().equals(actor.account());
    }
}

package dev.lifering.access;

import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/** What an actor may see and change of an account (design section 3). Whoever may not see it is told it is not there. */
@ApplicationScoped
public class AccountAccess {
    private final Directory directory;

    AccountAccess(Directory directory) {
        this.directory = directory;
    }

    /** The account, for reading its policy and its audit trail, or the refusal {@code not-found}. */
    public Account readable(Actor actor, String accountId) {
        return directory
                .account(accountId)
                .filter(account -> actor.is(Roles.SUPPORT) || isOwn(actor, account))
                .orElseThrow(AccountAccess::notFound);
    }

    /**
     * The account, for looking at its users and how their second factors stand, or the refusal {@code not-found}.
     * Resellers look after their customers, also with a token that was switched to one of them.
     */
    public Account watchable(Actor actor, String accountId) {
        return directory
                .account(accountId)
                .filter(account -> actor.is(Roles.SUPPORT)
                        || actor.is(Roles.SERVICE)
                        || isOwn(actor, account)
                        || looksAfter(actor, account))
                .orElseThrow(AccountAccess::notFound);
    }

    /**
     * The account, for changing its policy, or a refusal: {@code not-found} for another's account, {@code forbidden} for
     * one that the actor may only read. A reseller never changes what guards his customers, not even with a token that
     * was switched to the customer's account: for him that account is not there.
     */
    public Account changeable(Actor actor, String accountId) {
        Account account = readable(actor, accountId);
        if (!actor.is(Roles.ADMIN) || !isOwn(actor, account) || isMemberOfReseller(actor, account)) {
            throw ProblemType.FORBIDDEN.because("Only an administrator of the account itself may change this.");
        }
        return account;
    }

    /** The directory knows better than a token that came without the role. */
    private boolean isMemberOfReseller(Actor actor, Account account) {
        return account.resellerId()
                .flatMap(reseller ->
                        directory.person(actor.id()).map(Person::accountId).filter(reseller::equals))
                .isPresent();
    }

    private static boolean isOwn(Actor actor, Account account) {
        boolean switched = actor.reseller() && account.kind() != AccountKind.RESELLER;
        return !switched && account.id().equals(actor.account()) && (actor.is(Roles.ADMIN) || actor.is(Roles.RESELLER));
    }

    private static boolean looksAfter(Actor actor, Account account) {
        boolean customers = actor.accountId().filter(account::isCustomerOf).isPresent();
        boolean switched =
                account.kind() == AccountKind.CUSTOMER && account.id().equals(actor.account());
        return actor.is(Roles.RESELLER) && (customers || switched);
    }

    private static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("No account that you may see has this id.");
    }
}

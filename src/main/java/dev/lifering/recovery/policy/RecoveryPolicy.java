package dev.lifering.recovery.policy;

import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Person;
import dev.lifering.factor.Status;
import dev.lifering.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Who may recover whom (design section 3). Every path that weakens somebody's second factor asks here, and listings show
 * the answer, so there is one place to read and one table to test.
 *
 * <p>Rule R2: nobody who acts for a reseller resets the second factor of a customer's user. It holds for the role however
 * it is written, beside whatever other roles, for tokens switched to the customer's account, and for tokens without the
 * role whose subject the directory knows as the reseller's.
 */
public final class RecoveryPolicy {
    private RecoveryPolicy() {}

    /**
     * Whether the requester may send the person a recovery link now.
     *
     * @param account the account in the address; null when there is none
     * @param person the user in the address; null when there is none
     * @param status of the person's second factor
     */
    public static Decision decide(Requester by, @Nullable Account account, @Nullable Person person, Status status) {
        Decision authority = mayAct(by, account, person);
        return authority.allowed() && person != null ? need(person, status) : authority;
    }

    /** Whether the requester has a say in the person's recovery at all: may look at and revoke links. */
    public static Decision mayAct(Requester by, @Nullable Account account, @Nullable Person person) {
        if (by.isReseller()) {
            return ofReseller(by, account, person);
        }
        if (!by.isAdmin()) {
            return Decision.refused(ProblemType.FORBIDDEN);
        }
        if (account == null) {
            return Decision.refused(ProblemType.NOT_FOUND);
        }
        if (by.isMemberOfResellerOf(account)) {
            return Decision.refused(ProblemType.RESELLER_CANNOT_RESET);
        }
        return ofOwnAdmin(by, account, person);
    }

    /**
     * Rules S1 and S3: whether Support may open or go on with a case for the person.
     *
     * @param anotherIsAble whether an administrator of the account besides the person is able to help
     */
    public static Decision decideCase(
            Requester by, @Nullable Account account, @Nullable Person person, Status status, boolean anotherIsAble) {
        if (!by.isSupport()) {
            return Decision.refused(ProblemType.FORBIDDEN);
        }
        if (account == null || person == null || !person.accountId().equals(account.id())) {
            return Decision.refused(ProblemType.NOT_FOUND);
        }
        if (by.isMemberOfResellerOf(account)) {
            return Decision.refused(ProblemType.RESELLER_CANNOT_RESET);
        }
        if (by.is(person.id())) {
            return Decision.refused(ProblemType.CANNOT_RECOVER_YOURSELF);
        }
        Decision need = need(person, status);
        return need.allowed() && anotherIsAble ? Decision.refused(ProblemType.ADMINISTRATOR_AVAILABLE) : need;
    }

    private static Decision ofReseller(Requester by, @Nullable Account account, @Nullable Person person) {
        if (account == null || !by.dealsWith(account)) {
            return Decision.refused(ProblemType.NOT_FOUND);
        }
        if (account.kind() != AccountKind.RESELLER) {
            return Decision.refused(ProblemType.RESELLER_CANNOT_RESET);
        }
        return by.isAdmin() ? ofOwnAdmin(by, account, person) : Decision.refused(ProblemType.FORBIDDEN);
    }

    private static Decision ofOwnAdmin(Requester by, Account account, @Nullable Person person) {
        if (!by.belongsTo(account) || person == null || !person.accountId().equals(account.id())) {
            return Decision.refused(ProblemType.NOT_FOUND);
        }
        return by.is(person.id()) ? Decision.refused(ProblemType.CANNOT_RECOVER_YOURSELF) : Decision.ALLOWED;
    }

    private static Decision need(Person person, Status status) {
        if (!person.active()) {
            return Decision.refused(ProblemType.USER_INACTIVE);
        }
        if (person.secondFactorManagedElsewhere()) {
            return Decision.refused(ProblemType.MANAGED_BY_SSO);
        }
        return status == Status.NOT_ENROLLED ? Decision.refused(ProblemType.NOT_ENROLLED) : Decision.ALLOWED;
    }
}

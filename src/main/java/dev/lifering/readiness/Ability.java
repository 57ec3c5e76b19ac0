package dev.lifering.readiness;

import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Status;

/**
 * What an administrator could pass 2FA with now.
 *
 * @param authenticators how many are in use
 * @param codes what there is of backup codes
 */
record Ability(Person person, Status status, Lockout lockout, long authenticators, Codes codes) {

    /**
     * The backup codes of the active set.
     *
     * @param acknowledged whether there is an active set
     * @param unspent how many codes of it are left; 0 without one
     */
    record Codes(boolean acknowledged, int unspent) {
        static final Codes NONE = new Codes(false, 0);
    }

    /**
     * Rule S1: an active administrator who can pass 2FA now. A lock that ends by itself does not count against him; after
     * 100 wrong codes he needs recovery himself.
     */
    boolean isAble() {
        return person.admin() && person.active() && (person.secondFactorManagedElsewhere() || canProve());
    }

    private boolean canProve() {
        return status != Status.NOT_ENROLLED && !lockout.isBlocked() && (authenticators > 0 || codes.unspent() > 0);
    }
}

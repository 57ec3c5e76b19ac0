package dev.lifering.readiness;

import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Status;

/**
 * What an administrator could pass 2FA with now.
 *
 * @param authenticators how many are in use
 * @param backupCodes how many unspent codes the active set has; 0 without one
 */
record Ability(Person person, Status status, Lockout lockout, long authenticators, int backupCodes) {

    /**
     * Rule S1: an active administrator who can pass 2FA now. A lock that ends by itself does not count against him; after
     * 100 wrong codes he needs recovery himself.
     */
    boolean isAble() {
        return person.admin() && person.active() && (person.secondFactorManagedElsewhere() || canProve());
    }

    private boolean canProve() {
        return status != Status.NOT_ENROLLED && !lockout.isBlocked() && (authenticators > 0 || backupCodes > 0);
    }
}

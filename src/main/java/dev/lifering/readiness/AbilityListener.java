package dev.lifering.readiness;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Draft;
import dev.lifering.audit.Fact;
import dev.lifering.audit.FactListener;
import dev.lifering.factor.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.EnumSet;
import java.util.Set;

/** Has an account looked at when something happens that can make an administrator able, or not able any more. */
@ApplicationScoped
class AbilityListener implements FactListener {
    private static final Set<Deed> TELLING = EnumSet.of(
            Deed.USER_PROVISIONED,
            Deed.USER_ERASED,
            Deed.SECOND_FACTOR_ENABLED,
            Deed.SECOND_FACTOR_SWITCHED_OFF,
            Deed.AUTHENTICATOR_ADDED,
            Deed.AUTHENTICATOR_IMPORTED,
            Deed.AUTHENTICATOR_REMOVED,
            Deed.BACKUP_CODES_ACKNOWLEDGED,
            Deed.LOCKOUT,
            Deed.SECOND_FACTOR_RESET,
            Deed.SECOND_FACTOR_RESET_UNDONE);

    private final Looks looks;

    AbilityListener(Looks looks) {
        this.looks = looks;
    }

    /** A code of an app changes nothing about what its owner can prove. */
    @Override
    public boolean hearsOfLogins() {
        return false;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void recorded(Draft draft) {
        Fact fact = draft.fact();
        String accountId = fact.accountId();
        if (accountId != null && fact.deed() == Deed.ACCOUNT_ERASED) {
            looks.forget(accountId);
        } else if (accountId != null && (TELLING.contains(fact.deed()) || spendsACode(fact))) {
            var look = new LookEntity();
            look.id = draft.id();
            look.accountId = accountId;
            looks.persist(look);
        }
    }

    /** It may have been the last one. */
    private static boolean spendsACode(Fact fact) {
        return fact.deed() == Deed.VERIFICATION && Method.BACKUP_CODE.wireName().equals(fact.method());
    }
}

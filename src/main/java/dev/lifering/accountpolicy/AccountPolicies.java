package dev.lifering.accountpolicy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class AccountPolicies implements PanacheRepositoryBase<AccountPolicyEntity, String> {

    /** The account's row, made when there is none; one statement, so that two first changes may come at once. */
    AccountPolicyEntity ofAccount(String accountId, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into account_policy (account_id, updated_at) values (:account, :now)"
                        + " on conflict (account_id) do nothing")
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
        return findById(accountId);
    }
}

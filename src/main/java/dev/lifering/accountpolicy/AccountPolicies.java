package dev.lifering.accountpolicy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class AccountPolicies implements PanacheRepositoryBase<AccountPolicyEntity, String> {

    /**
     * The account's row, made when there is none; one statement, so that two first changes may come at once. The account is
     * kept from being erased until the end of the transaction. Empty when it is gone.
     */
    Optional<AccountPolicyEntity> ofAccount(String accountId, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into account_policy (account_id, updated_at)
                        select id, :now from account where id = :account for key share
                        on conflict (account_id) do nothing
                        """)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
        return findByIdOptional(accountId);
    }
}

package dev.lifering.users;

import dev.lifering.factor.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ListedUsers implements PanacheRepositoryBase<ListedUserEntity, String> {

    /**
     * Those of the account who pass the filter and follow the one with that id, in the order of their ids. At worst it
     * reads every user of this one account. To be called in a transaction.
     */
    List<ListedUserEntity> of(String accountId, UserFilter filter, String after, int limit) {
        planForAnyAccount();
        var query = new StringBuilder("accountId = :account and id > :after");
        var values = new HashMap<String, Object>(Map.of("account", accountId, "after", after));
        Status status = filter.status();
        if (status == Status.BACKUP_CODES_ONLY) {
            // They are few, and have an index of their own; it is used where the status is written out.
            query.append(" and id in (select f.userId from SecondFactorEntity f where f.status = BACKUP_CODES_ONLY)");
        } else if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        String text = filter.text();
        if (text != null) {
            // Not "like": nothing that was typed has a meaning of its own.
            query.append(
                    " and (locate(lower(:text), lower(email)) > 0 or locate(lower(:text), lower(displayName)) > 0)");
            values.put("text", text);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }

    /** Planned for an account that is known to be large, PostgreSQL reads the users of all accounts in the order of ids. */
    private void planForAnyAccount() {
        getEntityManager()
                .createNativeQuery("select set_config('plan_cache_mode', 'force_generic_plan', true)", String.class)
                .getSingleResult();
    }

    Optional<ListedUserEntity> one(String accountId, String userId) {
        return find("accountId = ?1 and id = ?2", accountId, userId).firstResultOptional();
    }
}

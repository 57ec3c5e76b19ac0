package dev.lifering.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Users implements PanacheRepositoryBase<UserEntity, String> {

    /**
     * One statement, so that two first calls may create the same user at once, and beside the erasure of the account. True
     * when the user is new; an account that is gone gets none.
     */
    boolean insert(Person person, Instant now) {
        int inserted = getEntityManager()
                .createNativeQuery("""
                        insert into account_user (id, account_id, pseudonym, email, display_name, locale, admin, active,
                                                  second_factor_managed_elsewhere, created_at, updated_at)
                        select :id, account.id, :pseudonym, cast(:email as varchar), cast(:name as varchar),
                               cast(:locale as varchar), :admin, :active, :elsewhere, :now, :now
                        from account where account.id = :account
                        for key share
                        on conflict (id) do nothing
                        """)
                .setParameter("id", person.id())
                .setParameter("account", person.accountId())
                .setParameter("pseudonym", person.pseudonym())
                .setParameter("email", person.email())
                .setParameter("name", person.displayName())
                .setParameter("locale", person.locale())
                .setParameter("admin", person.admin())
                .setParameter("active", person.active())
                .setParameter("elsewhere", person.secondFactorManagedElsewhere())
                .setParameter("now", now)
                .executeUpdate();
        return inserted == 1;
    }

    /** Keeps the row until the end of the transaction, so that nobody erases it meanwhile; false when it is gone. */
    boolean hold(String id) {
        return !getEntityManager()
                .createNativeQuery("select 1 from account_user where id = :id for no key update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    List<String> idsOf(String accountId, int limit) {
        return find("accountId = ?1", accountId).page(0, limit).stream()
                .map(user -> user.id)
                .toList();
    }

    List<UserEntity> byEmail(String accountId, String email) {
        return find("accountId = ?1 and lower(email) = lower(?2) order by id", accountId, email)
                .page(0, 2)
                .list();
    }

    List<UserEntity> activeAdministrators(String accountId) {
        return list("accountId = ?1 and admin = true and active = true order by id", accountId);
    }

    List<UserEntity> byPseudonym(List<UUID> pseudonyms) {
        return pseudonyms.isEmpty() ? List.of() : list("pseudonym in ?1", pseudonyms);
    }
}

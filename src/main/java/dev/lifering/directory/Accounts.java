package dev.lifering.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

@ApplicationScoped
class Accounts implements PanacheRepositoryBase<AccountEntity, String> {

    /** One statement, so that two replicas may put the same account at once. True when the account is new. */
    boolean put(Account account, Instant now) {
        // xmax is zero only in a row version that an insert has made.
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        insert into account (id, name, kind, reseller_id, created_at, updated_at)
                        values (:id, :name, :kind, cast(:reseller as varchar), :now, :now)
                        on conflict (id) do update
                        set name = excluded.name, kind = excluded.kind, reseller_id = excluded.reseller_id,
                            updated_at = excluded.updated_at
                        returning xmax = 0
                        """, Boolean.class)
                .setParameter("id", account.id())
                .setParameter("name", account.name())
                .setParameter("kind", account.kind().name())
                .setParameter("reseller", account.reseller())
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * Keeps these accounts as they are until the end of the transaction, so that nobody changes or erases one meanwhile; users
     * may still come. Always in the same order, or two that name each other would wait for each other.
     */
    void hold(Collection<String> ids) {
        getEntityManager()
                .createNativeQuery("select id from account where id in (:ids) order by id for no key update")
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Keeps everything away from the account until the end of the transaction; false when it is gone. */
    boolean holdAlone(String id) {
        return !getEntityManager()
                .createNativeQuery("select 1 from account where id = :id for update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    boolean hasCustomers(String resellerId) {
        return find("resellerId", resellerId).page(0, 1).firstResultOptional().isPresent();
    }
}

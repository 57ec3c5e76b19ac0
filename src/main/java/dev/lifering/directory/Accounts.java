package dev.lifering.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

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

    boolean hasCustomers(String resellerId) {
        return find("resellerId", resellerId).page(0, 1).firstResultOptional().isPresent();
    }
}

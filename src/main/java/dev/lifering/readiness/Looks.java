package dev.lifering.readiness;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Rows are only ever added and taken away, so that deeds in one account do not wait for each other here. */
@ApplicationScoped
class Looks implements PanacheRepositoryBase<LookEntity, UUID> {

    /** Takes up to so many away, and names their accounts. What commits meanwhile stays for the next time. */
    Set<String> take(int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        delete from readiness_look where id in
                            (select id from readiness_look order by id limit :limit for update skip locked)
                        returning account_id
                        """, String.class)
                .setParameter("limit", limit)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Rule X6: of an erased account nothing stays but the trail. What is being taken goes anyway, and is not waited for. */
    void forget(String accountId) {
        getEntityManager()
                .createNativeQuery("delete from readiness_look where id in"
                        + " (select id from readiness_look where account_id = :account for update skip locked)")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Notes how an account stands, if there is one; true when it stood the other way before. */
    boolean turn(String accountId, boolean ready) {
        int turned = getEntityManager()
                .createNativeQuery(
                        "update account_readiness set ready = :ready where account_id = :account and ready <> :ready")
                .setParameter("account", accountId)
                .setParameter("ready", ready)
                .executeUpdate();
        if (turned == 1) {
            return true;
        }
        getEntityManager()
                .createNativeQuery("""
                        insert into account_readiness (account_id, ready) select id, :ready from account where id = :account
                        on conflict do nothing
                        """)
                .setParameter("account", accountId)
                .setParameter("ready", ready)
                .executeUpdate();
        return false;
    }
}

package dev.lifering.factor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class SecondFactors implements PanacheRepositoryBase<SecondFactorEntity, String> {

    Optional<SecondFactorEntity> locked(String userId) {
        return findByIdOptional(userId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The rows of these users, by their ids. */
    Map<String, SecondFactorEntity> of(Collection<String> userIds) {
        List<SecondFactorEntity> found = userIds.isEmpty() ? List.of() : list("userId in ?1", userIds);
        return found.stream().collect(Collectors.toMap(row -> row.userId, row -> row));
    }

    /** Waits for the erasure of the user, and keeps him from being erased. */
    void insertIfMissing(String userId) {
        getEntityManager().createNativeQuery("""
                        insert into second_factor (user_id, status, failed_attempts)
                        select id, 'NOT_ENROLLED', 0 from account_user where id = :user for no key update
                        on conflict (user_id) do nothing
                        """).setParameter("user", userId).executeUpdate();
    }
}

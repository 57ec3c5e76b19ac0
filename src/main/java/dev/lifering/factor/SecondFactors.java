package dev.lifering.factor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class SecondFactors implements PanacheRepositoryBase<SecondFactorEntity, String> {

    Optional<SecondFactorEntity> locked(String userId) {
        return findByIdOptional(userId, LockModeType.PESSIMISTIC_WRITE);
    }

    void insertIfMissing(String userId) {
        getEntityManager().createNativeQuery("""
                        insert into second_factor (user_id, status, failed_attempts)
                        select id, 'NOT_ENROLLED', 0 from account_user where id = :user
                        on conflict (user_id) do nothing
                        """).setParameter("user", userId).executeUpdate();
    }
}

package dev.lifering.supportcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Cancellations implements PanacheRepositoryBase<CancellationEntity, UUID> {

    Optional<CancellationEntity> withToken(byte[] hash) {
        return find("tokenHash", hash).firstResultOptional();
    }
}

package dev.lifering.supportcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class IdentityChecks implements PanacheRepositoryBase<IdentityCheckEntity, UUID> {

    /** What was recorded for the case, oldest first. */
    List<IdentityCheckEntity> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The same for several cases, by their ids. */
    Map<UUID, List<IdentityCheckEntity>> of(Collection<UUID> caseIds) {
        List<IdentityCheckEntity> found = caseIds.isEmpty() ? List.of() : list("caseId in ?1 order by id", caseIds);
        return found.stream().collect(Collectors.groupingBy(check -> check.caseId));
    }
}

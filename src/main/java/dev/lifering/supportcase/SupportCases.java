package dev.lifering.supportcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SupportCases implements PanacheRepositoryBase<SupportCaseEntity, UUID> {

    /** Whose case it is, without loading a row that may be stale once the user is locked. */
    Optional<String> userOf(UUID id) {
        return getEntityManager()
                .createQuery("select one.userId from SupportCaseEntity one where one.id = ?1", String.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    boolean isUnderWay(String userId) {
        return count("userId = ?1 and state in (?2, ?3)", userId, CaseState.OPEN, CaseState.APPROVED) > 0;
    }

    /** Newest first, from before the one with that id, in this state or in any. */
    List<SupportCaseEntity> page(@Nullable CaseState state, UUID before, int limit) {
        var found = state == null
                ? find("id < ?1 order by id desc", before)
                : find("state = ?1 and id < ?2 order by id desc", state, before);
        return found.page(0, limit).list();
    }
}

package dev.lifering.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AuditEvents implements PanacheRepositoryBase<AuditEventEntity, UUID> {
    List<AuditEventEntity> ofSubject(UUID subject, UUID before, int limit) {
        return find("subject = ?1 and id < ?2 order by id desc", subject, before)
                .page(0, limit)
                .list();
    }

    List<AuditEventEntity> ofAccount(String accountId, UUID before, int limit) {
        return find("accountId = ?1 and id < ?2 order by id desc", accountId, before)
                .page(0, limit)
                .list();
    }
}

package dev.lifering.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_event")
class AuditEventEntity {
    @Id
    UUID id;

    @Column(name = "occurred_at", nullable = false)
    Instant occurredAt;

    @Column(nullable = false, length = 60)
    String type;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Outcome outcome;

    @Nullable
    @Column(name = "account_id", length = 255)
    String accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", nullable = false, length = 16)
    Doer.Kind actorKind;

    @Column(nullable = false, length = 255)
    String actor;

    @Nullable
    UUID subject;

    @Nullable
    @Column(length = 16)
    String method;

    @Nullable
    @Column(length = 32)
    String reason;

    @Nullable
    @Column(length = 64)
    String object;

    @Nullable
    @Column(length = 64)
    String address;

    @Nullable
    @Column(name = "request_id", length = 64)
    String requestId;

    static AuditEventEntity of(Draft draft) {
        Fact fact = draft.fact();
        var event = new AuditEventEntity();
        event.id = draft.id();
        event.occurredAt = draft.occurredAt();
        event.type = fact.deed().wireName();
        event.outcome = fact.outcome();
        event.accountId = fact.accountId();
        event.actorKind = fact.doer().kind();
        event.actor = fact.doer().reference();
        event.subject = fact.subject();
        event.method = fact.method();
        event.reason = fact.reason();
        event.object = fact.object();
        event.address = draft.address();
        event.requestId = draft.requestId();
        return event;
    }
}

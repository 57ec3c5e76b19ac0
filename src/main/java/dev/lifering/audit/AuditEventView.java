package dev.lifering.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event, as readers see it.
 *
 * @param actor the id of the user, service or agent who did it; {@code erased:<pseudonym>} for an erased user
 * @param subject the id of the user it was done to, in the same form
 */
public record AuditEventView(
        UUID id,
        Instant occurredAt,
        String type,
        Outcome outcome,
        Doer.Kind actorKind,
        String actor,
        @Nullable String subject,
        @Nullable String accountId,
        @Nullable String method,
        @Nullable String reason,
        @Nullable String object,
        @Nullable String address,
        @Nullable String requestId) {}

package dev.lifering.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event, as readers see it.
 *
 * @param actor the id of the user, service or agent who did it; {@code erased:<pseudonym>} for an erased user
 * @param subject the id of the user it was done to, in the same form
 */
@Schema(description = "Something that was done. What does not apply is absent.")
public record AuditEventView(
        UUID id,
        Instant occurredAt,
        String type,
        Outcome outcome,
        Doer.Kind actorKind,

        @Schema(description = "The id of the user, service or agent who did it; erased:<pseudonym> for an erased user.")
        String actor,

        @Schema(description = "The id of the user it was done to, in the same form.") @Nullable
        String subject,

        @Nullable String accountId,

        @Schema(description = "Which second factor was used.") @Nullable
        String method,

        @Schema(description = "Why it was not a success.") @Nullable
        String reason,

        @Schema(description = "The id or the public label of the thing it was about.") @Nullable
        String object,

        @Nullable String address,
        @Nullable String requestId) {}

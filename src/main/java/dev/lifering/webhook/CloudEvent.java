package dev.lifering.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lifering.audit.AuditEventView;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Outcome;
import dev.lifering.audit.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as others are told of it (CloudEvents 1.0.2 §3). It is the same at each attempt, but for the ids of users who are
 * erased meanwhile.
 *
 * @param id of the audit event
 * @param subject the pseudonym of the user it is about, which he has for good
 */
@RegisterForReflection
record CloudEvent(
        @JsonProperty("specversion") String specVersion,
        UUID id,
        String source,
        String type,
        @Nullable UUID subject,
        Instant time,
        @JsonProperty("datacontenttype") String dataContentType,
        Data data) {
    private static final String PREFIX = "dev.lifering.";
    private static final String VERSION = ".v1";

    /**
     * What the audit trail says.
     *
     * @param actor the id of the user, service or agent who did it; {@code erased:<pseudonym>} for an erased user
     * @param userId the id of the user it was done to; absent once he is erased
     */
    @RegisterForReflection
    record Data(
            Outcome outcome,
            Doer.Kind actorKind,
            String actor,
            @Nullable String accountId,
            @Nullable String userId,
            @Nullable UUID userPseudonym,
            @Nullable String method,
            @Nullable String reason,
            @Nullable String object,
            @Nullable String address,
            @Nullable String requestId) {

        private static Data of(RecordedEvent event) {
            AuditEventView view = event.view();
            return new Data(
                    view.outcome(),
                    view.actorKind(),
                    view.actor(),
                    view.accountId(),
                    event.userId().orElse(null),
                    event.pseudonym(),
                    view.method(),
                    view.reason(),
                    view.object(),
                    view.address(),
                    view.requestId());
        }
    }

    static CloudEvent of(RecordedEvent event, String source) {
        AuditEventView view = event.view();
        return new CloudEvent(
                "1.0",
                view.id(),
                source,
                PREFIX + view.type() + VERSION,
                event.pseudonym(),
                view.occurredAt(),
                "application/json",
                Data.of(event));
    }
}

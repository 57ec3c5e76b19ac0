package dev.lifering.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow a list of events; those that are absent let everything pass. */
public record AuditFilter(
        @Parameter(description = "Only events of this type, such as verification.") @QueryParam("type") @Nullable
        String type,

        @Parameter(description = "Only events that ended so.") @QueryParam("outcome") @Nullable
        Outcome outcome,

        @Parameter(description = "Only events from this moment on (RFC 3339).") @QueryParam("from") @Nullable
        Instant from,

        @Parameter(description = "Only events before this moment (RFC 3339).") @QueryParam("to") @Nullable
        Instant to) {

    /** The search that these parameters ask for, or the refusal {@code invalid-request}. */
    public AuditSearch search(@Nullable String user, @Nullable String actor) {
        return new AuditSearch(user, actor, type, outcome, from, to);
    }
}

package dev.lifering.supportcase;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identity check, as agents see it. */
@Schema(description = "An identity check.")
public record IdentityCheckView(
        CheckMethod method,

        @Schema(description = "Where the evidence is kept.") String evidence,

        boolean passed,

        @Schema(description = "The agent who recorded it.") String by,

        Instant at) {

    static IdentityCheckView of(IdentityCheckEntity check) {
        return new IdentityCheckView(check.method, check.evidence, check.passed, check.checkedBy, check.checkedAt);
    }
}

package dev.lifering.recovery.reset;

import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recovery link to be used. */
@Schema(description = "A recovery link to be used.")
public record RedemptionRequest(
        @Schema(description = "What stood behind #token= in the link.") @NotNull @PlainText(max = 100)
        String token,

        @Schema(description = "For services: the user whose first factor the service has just checked.")
        @Nullable
        @ExternalId
        String userId) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "RedemptionRequest[" + userId + "]";
    }
}

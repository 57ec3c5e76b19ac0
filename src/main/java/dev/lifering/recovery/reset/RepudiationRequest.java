package dev.lifering.recovery.reset;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** "This wasn't me". */
@Schema(description = "The token of the link in the notice of a reset.")
public record RepudiationRequest(
        @Schema(description = "What stood behind #repudiation= in the link.") @NotNull @PlainText(max = 100)
        String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "RepudiationRequest";
    }
}

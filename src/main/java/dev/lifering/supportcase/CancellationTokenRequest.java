package dev.lifering.supportcase;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token of the cancel link in a notice. */
@Schema(name = "CaseCancellationToken", description = "The token of the cancel link in a notice.")
public record CancellationTokenRequest(
        @Schema(description = "What stood behind #cancellation= in the link.") @NotNull @PlainText(max = 100)
        String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "CancellationTokenRequest";
    }
}

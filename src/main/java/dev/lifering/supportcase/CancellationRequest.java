package dev.lifering.supportcase;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A support case to be stopped, by an agent or by whoever got a notice of it. */
@Schema(name = "CaseCancellationRequest", description = "A support case to be stopped.")
public record CancellationRequest(
        @Schema(
                description =
                        "For whoever got a notice: what stood behind #cancellation= in its link. Agents need none.")
        @Nullable
        @PlainText(max = 100)
        String token,

        @Schema(description = "Why, for the record.") @Nullable @PlainText(max = 500)
        String reason) {
    static final CancellationRequest PLAIN = new CancellationRequest(null, null);

    /** Never shows the token. */
    @Override
    public String toString() {
        return "CancellationRequest";
    }
}

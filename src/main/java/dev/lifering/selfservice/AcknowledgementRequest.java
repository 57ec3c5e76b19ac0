package dev.lifering.selfservice;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** "I've saved these backup codes." */
@Schema(description = "The user says that the codes are saved.")
public record AcknowledgementRequest(
        @Schema(description = "One code of the set, typed back; it is not spent. A policy may demand it.")
        @Nullable
        @PlainText(max = 64)
        String proof) {

    static final AcknowledgementRequest PLAIN = new AcknowledgementRequest(null);

    /** Never shows the code. */
    @Override
    public String toString() {
        return "AcknowledgementRequest[]";
    }
}

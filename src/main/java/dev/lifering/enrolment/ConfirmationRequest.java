package dev.lifering.enrolment;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that the app computes what Lifering computes. */
@Schema(description = "The proof that the app has taken over the secret.")
public record ConfirmationRequest(
        @Schema(description = "The code that the app shows now.") @NotNull @PlainText(max = 64)
        String code) {

    /** Never shows the code. */
    @Override
    public String toString() {
        return "ConfirmationRequest[]";
    }
}

package dev.lifering.supportcase;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identity check to be recorded. */
@Schema(description = "An identity check to be recorded, passed or not.")
public record IdentityCheckRequest(
        @NotNull CheckMethod method,

        @Schema(
                description = "Where the evidence is kept, such as the number of a call or a ticket; never the evidence"
                        + " itself.")
        @NotNull
        @PlainText(max = 500)
        String evidence,

        @NotNull Boolean passed) {}

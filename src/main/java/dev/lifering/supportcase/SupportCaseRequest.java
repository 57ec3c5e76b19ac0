package dev.lifering.supportcase;

import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A support case to be opened. */
@Schema(description = "A support case to be opened.")
public record SupportCaseRequest(
        @NotNull @ExternalId String accountId,

        @Schema(description = "Who is locked out.") @NotNull @ExternalId
        String userId,

        @Schema(description = "Why no administrator can help, and how the user got in touch. For the record.")
        @NotNull
        @PlainText(max = 500)
        String reason) {}

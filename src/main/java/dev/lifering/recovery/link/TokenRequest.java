package dev.lifering.recovery.link;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token of a link that was mailed. */
@Schema(name = "LinkToken", description = "The token of a link that was mailed.")
public record TokenRequest(
        @Schema(description = "What stood behind # in the link.") @NotNull @PlainText(max = 100)
        String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "TokenRequest";
    }
}

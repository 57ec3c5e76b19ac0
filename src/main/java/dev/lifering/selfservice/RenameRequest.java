package dev.lifering.selfservice;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new name for an authenticator. */
@Schema(description = "A new name for an authenticator, and the fresh second factor that the change needs.")
public record RenameRequest(
        @NotNull @PlainText(max = 100) String label,

        @Schema(description = "A current TOTP or a backup code.") @Nullable @PlainText(max = 64)
        String code) {

    /** Never shows the code. */
    @Override
    public String toString() {
        return "RenameRequest[label=" + label + "]";
    }
}

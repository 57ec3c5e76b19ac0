package dev.lifering.selfservice;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fresh second factor that a change needs (rule E5). */
@Schema(description = "The fresh second factor that the change needs.")
public record CodeRequest(
        @Schema(description = "A current TOTP or a backup code.") @Nullable @PlainText(max = 64)
        String code) {

    /** The code of a request that may have no body at all. */
    static @Nullable String codeOf(@Nullable CodeRequest request) {
        return request == null ? null : request.code();
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "CodeRequest[]";
    }
}

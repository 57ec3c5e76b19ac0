package dev.lifering.verification;

import dev.lifering.factor.Method;
import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code to be checked.
 *
 * @param method which second factor it belongs to; told from the code's form when left out (rule V1)
 * @param audience what becomes {@code aud} of the assertion
 * @param nonce what becomes {@code nonce} of the assertion
 */
@Schema(description = "A code to be checked, and what the assertion is to say.")
public record VerificationRequest(
        @Schema(description = "A TOTP of 6 or 8 digits, or a backup code; case, spaces and hyphens do not matter.")
        @NotNull
        @PlainText(max = 64)
        String code,

        @Schema(description = "Which second factor the code belongs to; told from its form when left out.") @Nullable
        Method method,

        @Schema(description = "Whom the assertion is for; becomes its claim aud.") @Nullable @PlainText(max = 255)
        String audience,

        @Schema(description = "The caller's own value; becomes the assertion's claim nonce.")
        @Nullable
        @PlainText(max = 255)
        String nonce) {

    SubmittedCode submitted() {
        return SubmittedCode.of(code, method);
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "VerificationRequest[method=" + method + "]";
    }
}

package dev.lifering.verification;

import dev.lifering.factor.Method;
import dev.lifering.http.PlainText;
import dev.lifering.trusteddevice.TrustRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code to be checked for a service, which may ask that the device be trusted.
 *
 * @param method which second factor it belongs to; told from the code's form when left out (rule V1)
 * @param audience what becomes {@code aud} of the assertion
 * @param nonce what becomes {@code nonce} of the assertion
 */
@Schema(description = "A code to be checked, what the assertion is to say, and whether to trust the device.")
public record UserVerificationRequest(
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
        String nonce,

        @Schema(
                description =
                        "Asks for a token that takes the place of a code at the next logins on this device, where the"
                                + " user wants it, an authenticator's code was proved and the account allows it.")
        @Nullable
        @Valid
        TrustRequest trustDevice) {

    VerificationRequest plain() {
        return new VerificationRequest(code, method, audience, nonce);
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "UserVerificationRequest[method=" + method + "]";
    }
}

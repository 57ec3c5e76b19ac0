package dev.lifering.trusteddevice;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device's token, in place of a code. */
@Schema(description = "A device's token, in place of a code, and what the assertion is to say.")
public record DeviceVerificationRequest(
        @Schema(description = "The token that the device was given last.") @NotNull @PlainText(max = 100)
        String deviceToken,

        @Schema(description = "Whom the assertion is for; becomes its claim aud.") @Nullable @PlainText(max = 255)
        String audience,

        @Schema(description = "The caller's own value; becomes the assertion's claim nonce.")
        @Nullable
        @PlainText(max = 255)
        String nonce) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "DeviceVerificationRequest[audience=" + audience + "]";
    }
}

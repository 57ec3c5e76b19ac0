package dev.lifering.trusteddevice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A login on a trusted device, without a code.
 *
 * @param provedAt when a code was last proved on the device
 */
@Schema(description = "A login on a trusted device, without a code.")
public record DeviceVerificationView(
        UUID id,
        Instant verifiedAt,

        @Schema(description = "When a code was proved on the device; auth_time of the assertion.")
        Instant provedAt,

        @Schema(description = "The next token, in place of the one that was presented.")
        TrustedDeviceTokenView trustedDevice,

        @Schema(
                description = "A JWT (ES256), to be verified with the keys of /.well-known/jwks.json. Its amr is empty,"
                        + " as no second factor was proved.")
        String assertion) {

    /** Never shows the token or the assertion. */
    @Override
    public String toString() {
        return "DeviceVerificationView[" + id + "]";
    }
}

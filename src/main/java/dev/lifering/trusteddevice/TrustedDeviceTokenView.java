package dev.lifering.trusteddevice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a device is to keep, and present instead of a code.
 *
 * @param token for one use
 * @param expiresAt when a code is needed again; a use does not put it off
 */
@Schema(description = "What a device is to keep, and to present instead of a code. Shown once.")
public record TrustedDeviceTokenView(
        UUID id,

        @Schema(description = "For one use, which gives the next one.")
        String token,

        @Schema(description = "When a code is needed again; no use puts it off.")
        Instant expiresAt) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "TrustedDeviceTokenView[" + id + "]";
    }
}

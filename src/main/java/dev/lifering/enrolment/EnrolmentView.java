package dev.lifering.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment just started: what the user takes over into the app. */
@Schema(description = "An enrolment just started. The secret is shown here and never again.")
public record EnrolmentView(
        UUID id,

        @Schema(description = "160 random bits in base32, for typing them into an app.")
        String secret,

        @Schema(description = "The same as a key URI, for opening in an app on this device.")
        String otpauthUri,

        @Schema(description = "The same as a QR code: an SVG image that scales.")
        String qrCodeSvg,

        Instant expiresAt,

        @Schema(description = "Given when code was the last backup code; starts another enrolment if need be.")
        @Nullable
        String recoverySession) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "EnrolmentView[" + id + "]";
    }
}

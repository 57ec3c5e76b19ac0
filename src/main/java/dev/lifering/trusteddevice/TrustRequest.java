package dev.lifering.trusteddevice;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to trust the device that a code is proved on. */
@Schema(description = "The wish to trust the device that the code is proved on.")
public record TrustRequest(
        @Schema(description = "What the user will know the device by, such as the name of its browser.")
        @Nullable
        @PlainText(max = 100)
        String label) {

    private static final String UNNAMED = "Device";

    String name() {
        return label == null || label.isBlank() ? UNNAMED : label;
    }
}

package dev.lifering.factor.totp;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app in use, as its owner sees it.
 *
 * @param label the name that the user gave it
 * @param importedFrom the product that it came over from; null when it was enrolled here
 * @param unproven true while it has not shown a good code since; otherwise null
 */
@Schema(description = "An authenticator app in use.")
public record Authenticator(
        UUID id,
        String label,
        Instant createdAt,
        Instant lastUsedAt,

        @Schema(description = "The product that it came over from; absent when it was enrolled here.") @Nullable
        String importedFrom,

        @Schema(description = "True while one that came over has not shown a good code yet; otherwise absent.")
        @Nullable
        Boolean unproven) {

    /** One that was enrolled here. */
    public Authenticator(UUID id, String label, Instant createdAt, Instant lastUsedAt) {
        this(id, label, createdAt, lastUsedAt, null, null);
    }
}

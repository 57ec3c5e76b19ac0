package dev.lifering.recovery.reset;

import dev.lifering.factor.Status;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reset that was undone. */
@Schema(description = "A reset that was undone.")
public record RepudiationView(
        @Schema(description = "How the second factor stands again.")
        Status status,

        Instant undoneAt) {}

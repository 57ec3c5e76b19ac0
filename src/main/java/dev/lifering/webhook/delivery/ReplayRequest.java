package dev.lifering.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be tried again. */
@Schema(name = "WebhookReplayRequest", description = "What is to be tried again.")
public record ReplayRequest(
        @Schema(description = "The ids of parked events; all that are parked unless given.")
        @Nullable
        @Size(min = 1, max = 1000)
        Set<@NotNull UUID> events) {}

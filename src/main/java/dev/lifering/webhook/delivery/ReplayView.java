package dev.lifering.webhook.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is tried again. */
@Schema(name = "WebhookReplayView", description = "What is tried again.")
public record ReplayView(
        @Schema(description = "How many messages are tried again.")
        int replayed,

        @Schema(description = "How many are parked still; repeat the call while there are any.")
        long parked) {}

package dev.lifering.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the delivery of one message goes. */
@Schema(name = "WebhookDeliveryView", description = "How the delivery of one message goes.")
public record DeliveryView(
        @Schema(description = "The id of the audit event, and of the message.")
        UUID eventId,

        @Schema(description = "The type of the audit event.")
        String type,

        DeliveryState state,

        @Schema(description = "How often it was tried, since it was replayed last.")
        int attempts,

        Instant createdAt,

        @Schema(description = "When it is tried next.") @Nullable
        Instant dueAt,

        @Schema(description = "What went wrong at the latest attempt.") @Nullable
        String problem,

        @Nullable Instant endedAt) {

    static DeliveryView of(DeliveryEntity delivery) {
        return new DeliveryView(
                delivery.eventId,
                delivery.eventType,
                delivery.state,
                delivery.attempts,
                delivery.createdAt,
                delivery.state == DeliveryState.WAITING ? delivery.dueAt : null,
                delivery.problem,
                delivery.endedAt);
    }
}

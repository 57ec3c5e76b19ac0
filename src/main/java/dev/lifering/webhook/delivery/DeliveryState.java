package dev.lifering.webhook.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the delivery of a message has come. */
@Schema(name = "WebhookDeliveryState")
public enum DeliveryState {
    /** It has not been tried yet, or is tried again. */
    WAITING,
    /** The endpoint has taken it. */
    DELIVERED,
    /** It is not tried any more, until somebody replays it. */
    PARKED
}

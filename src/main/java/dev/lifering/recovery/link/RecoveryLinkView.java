package dev.lifering.recovery.link;

import dev.lifering.mail.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recovery link, as administrators see it: everything but the link. */
@Schema(description = "A recovery link. The link itself is in the mail and nowhere else.")
public record RecoveryLinkView(
        UUID id,
        LinkState state,

        @Schema(description = "The address it was mailed to, masked.", examples = "l***@acme.example")
        String sentTo,

        Instant createdAt,
        Instant expiresAt,

        @Schema(description = "The id of the administrator who had it sent; absent when Support did.") @Nullable
        String requestedBy,

        @Schema(description = "The support case that ended with it.") @Nullable
        UUID supportCase,

        @Nullable String reason,

        @Schema(description = "What hinders the delivery of its mail.") @Nullable
        String problem,

        @Schema(description = "When it was used, replaced or revoked.") @Nullable
        Instant endedAt) {

    static RecoveryLinkView of(
            RecoveryLinkEntity link, Map<UUID, Delivery> deliveries, Map<UUID, String> names, Instant now) {
        LinkState state = RecoveryLinks.state(link, deliveries, now);
        Delivery delivery = deliveries.get(link.mailId);
        boolean waiting = state == LinkState.QUEUED || state == LinkState.FAILED;
        UUID admin = link.requestedBy;
        return new RecoveryLinkView(
                link.id,
                state,
                link.sentTo,
                link.createdAt,
                link.expiresAt,
                admin == null ? null : names.getOrDefault(admin, "erased:" + admin),
                link.supportCaseId,
                link.reason,
                waiting && delivery != null ? delivery.problem() : null,
                link.endedAt);
    }
}

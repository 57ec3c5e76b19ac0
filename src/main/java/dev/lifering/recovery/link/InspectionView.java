package dev.lifering.recovery.link;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the page of a recovery link may know before anybody signs in. */
@Schema(description = "A recovery link, as whoever holds it may see it.")
public record InspectionView(
        @Schema(description = "The address it was mailed to, masked.", examples = "l***@acme.example")
        String sentTo,

        Instant expiresAt,
        LinkState state) {}

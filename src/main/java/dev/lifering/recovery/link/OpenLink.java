package dev.lifering.recovery.link;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The live recovery link of a user, in short. */
@Schema(description = "The live recovery link of a user.")
public record OpenLink(UUID id, LinkState state, Instant expiresAt) {}

package dev.lifering.recovery.link;

import java.time.Instant;
import java.util.UUID;

/** The link that belongs to a token. */
public record FoundLink(UUID id, String userId, String sentTo, Instant expiresAt, LinkState state) {}

package dev.lifering.factor.totp;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An authenticator app in use, as its owner sees it.
 *
 * @param label the name that the user gave it
 */
@Schema(description = "An authenticator app in use.")
public record Authenticator(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}

package dev.lifering.trusteddevice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device that its user need prove no code on. */
@Schema(description = "A device that its user need prove no code on.")
public record TrustedDeviceView(UUID id, String label, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}

package dev.lifering.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it will stand in the trail, for the one statement that writes it together with what it tells of. Everybody
 * else calls {@link AuditTrail#record}.
 *
 * @param id of the event, UUIDv7
 * @param address where the request came from; null outside of a request
 */
public record Draft(
        UUID id,
        Instant occurredAt,
        Fact fact,
        @Nullable String address,
        @Nullable String requestId) {}

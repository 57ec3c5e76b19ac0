package dev.lifering.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that was taken to be tried.
 *
 * @param attempt which one this is; also tells whether the parcel was taken by somebody else since
 */
record Parcel(UUID id, UUID eventId, int attempt, Instant giveUpAt) {}

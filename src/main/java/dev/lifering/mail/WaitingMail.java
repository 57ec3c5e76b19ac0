package dev.lifering.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail that waits to be sent, opened. */
record WaitingMail(UUID id, String kind, Payload payload, int attempts, Instant createdAt, Instant giveUpAt) {}

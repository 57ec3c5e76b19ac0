package dev.lifering.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail that waits to be sent, opened. */
record WaitingMail(UUID id, String kind, Payload payload, int attempts, Instant createdAt, Instant giveUpAt) {

    /**
     * Whether it is too late to send it. What nobody could try in time, as nothing ran, is tried once; but a link that has
     * expired is of no use to anybody.
     */
    boolean isOverdue(Instant now) {
        return !now.isBefore(giveUpAt) && (attempts > 0 || kind.equals("recovery_link"));
    }
}

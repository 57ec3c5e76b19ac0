package dev.lifering.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail has come.
 *
 * @param problem what hinders it, in words that an administrator understands; null while nothing does
 */
public record Delivery(UUID mail, State state, @Nullable String problem) {

    /** The life of a mail. */
    public enum State {
        QUEUED,
        SENT,
        FAILED
    }
}

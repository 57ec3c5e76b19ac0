package dev.lifering.factor.totp;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By how much the clock of a user's device seems to be wrong.
 *
 * @param offsetSeconds positive when it is ahead; as exact as a time step
 * @param seenAt when two wrong codes in a row said so
 */
@Schema(description = "By how much the clock of the user's device seems to be wrong, as two wrong codes in a row said.")
public record ClockHint(
        @Schema(description = "Positive when the device is ahead, negative when it is behind; as exact as a time step.")
        long offsetSeconds,

        Instant seenAt) {}

package dev.lifering.torture;

import java.time.Duration;

/** Somebody who uses the application, turn by turn; his turns never overlap. */
interface Actor {
    /** Does the next thing. Says how long to wait until the one after. */
    Duration turn();
}

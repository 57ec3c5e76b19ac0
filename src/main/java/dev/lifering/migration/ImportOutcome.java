package dev.lifering.migration;

import java.util.Locale;

/** What became of one line of an import. */
public enum ImportOutcome {
    /** The user is new. */
    CREATED,
    /** The user was there, and something was changed. */
    UPDATED,
    /** All of it was there already. */
    UNCHANGED,
    /** There is nothing that could come over. */
    SKIPPED,
    /** Nothing was changed, and the problem says why. */
    REFUSED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

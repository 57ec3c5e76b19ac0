package dev.lifering.provisioning;

/** What became of one line of an import. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    REFUSED
}

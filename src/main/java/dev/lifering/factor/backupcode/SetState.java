package dev.lifering.factor.backupcode;

/** The life of a backup code set: {@code PENDING} → {@code ACTIVE} → {@code REPLACED} or {@code REVOKED}. */
enum SetState {
    PENDING,
    ACTIVE,
    REPLACED,
    REVOKED
}

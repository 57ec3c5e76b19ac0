package dev.lifering.factor.backupcode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A code's place: its set, and its first symbol. */
@Embeddable
record BackupCodeId(
        @Column(name = "set_id", nullable = false) UUID setId,
        @Column(nullable = false) short locator) {}

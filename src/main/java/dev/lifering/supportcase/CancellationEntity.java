package dev.lifering.supportcase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The cancel link of one notice. */
@Entity
@Table(name = "support_case_cancellation")
class CancellationEntity {
    @Id
    UUID id;

    @Column(name = "case_id", nullable = false)
    UUID caseId;

    /** The pseudonym of whom the notice went to. */
    @Column(nullable = false)
    UUID recipient;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;
}

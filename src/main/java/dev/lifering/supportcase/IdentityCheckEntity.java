package dev.lifering.supportcase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "support_case_check")
class IdentityCheckEntity {
    @Id
    UUID id;

    @Column(name = "case_id", nullable = false)
    UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    CheckMethod method;

    @Column(nullable = false, length = 500)
    String evidence;

    @Column(nullable = false)
    boolean passed;

    @Column(name = "checked_by", nullable = false, length = 255)
    String checkedBy;

    @Column(name = "checked_at", nullable = false)
    Instant checkedAt;
}

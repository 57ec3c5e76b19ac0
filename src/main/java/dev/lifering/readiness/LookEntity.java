package dev.lifering.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An account to look at, as something happened that may have changed its readiness. */
@Entity
@Table(name = "readiness_look")
class LookEntity {
    /** Of the audit event. */
    @Id
    UUID id;

    @Column(name = "account_id", nullable = false, length = 255)
    String accountId;
}

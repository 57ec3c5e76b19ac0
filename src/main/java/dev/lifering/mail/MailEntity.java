package dev.lifering.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mail")
class MailEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, length = 255)
    String userId;

    @Column(nullable = false, length = 40)
    String kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Delivery.State state;

    /** Null once it is sent or given up. */
    @Nullable
    @Column(name = "sealed_payload", columnDefinition = "text")
    String sealedPayload;

    @Nullable
    @Column(name = "payload_key_id", length = 100)
    String payloadKeyId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "give_up_at", nullable = false)
    Instant giveUpAt;

    @Column(nullable = false)
    int attempts;

    @Nullable
    @Column(length = 200)
    String problem;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    Delivery toDelivery() {
        return new Delivery(id, state, problem);
    }
}

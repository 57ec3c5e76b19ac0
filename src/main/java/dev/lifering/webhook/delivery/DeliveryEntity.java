package dev.lifering.webhook.delivery;

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
@Table(name = "webhook_delivery")
class DeliveryEntity {
    @Id
    UUID id;

    @Column(nullable = false, length = 40)
    String endpoint;

    @Column(name = "event_id", nullable = false)
    UUID eventId;

    @Column(name = "event_type", nullable = false, length = 60)
    String eventType;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    DeliveryState state;

    @Column(nullable = false)
    int attempts;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    /** When it is tried next. While somebody tries it, the moment from which another may. */
    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    @Column(name = "give_up_at", nullable = false)
    Instant giveUpAt;

    @Nullable
    @Column(length = 60)
    String problem;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}

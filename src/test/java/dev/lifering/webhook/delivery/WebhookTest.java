package dev.lifering.webhook.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Database;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.OpenEndpoints;
import dev.lifering.webhook.Receiver;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of webhooks share: an account, and a receiver that is told of it. */
abstract class WebhookTest {
    /** Longer than the first wait after a failure. */
    static final Duration WAIT = Duration.ofSeconds(10);

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    OpenEndpoints endpoints;

    @Inject
    DueDeliveries due;

    final Receiver receiver = new Receiver();
    Tenant tenant;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
    }

    @AfterEach
    void closeAll() {
        endpoints.closeAll();
        receiver.close();
    }

    /** How the deliveries to the endpoint stand, oldest first. */
    List<Map<String, Object>> rows(Endpoint endpoint) {
        return database.rows("select * from webhook_delivery where endpoint = ? order by id", endpoint.name());
    }

    /** Waits until the only delivery to the endpoint stands so, after so many attempts. */
    Map<String, Object> awaitRow(Endpoint endpoint, DeliveryState state, int attempts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Object> row = rows(endpoint).get(0);
            assertEquals(
                    state + " " + attempts + (state == DeliveryState.DELIVERED ? "" : " noted"),
                    row.get("state") + " " + row.get("attempts") + (row.get("problem") == null ? "" : " noted"));
        });
        return rows(endpoint).get(0);
    }

    /** Lets time pass and has somebody look for what is due. */
    void pass(Duration span) {
        time.advance(span);
        due.run();
    }

    static Instant moment(Map<String, Object> row, String column) {
        return ((Timestamp) row.get(column)).toInstant();
    }

    static String eventId(Map<String, Object> row) {
        return ((UUID) row.get("event_id")).toString();
    }
}

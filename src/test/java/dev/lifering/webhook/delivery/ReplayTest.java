package dev.lifering.webhook.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.Deed;
import dev.lifering.testing.Bearer;
import dev.lifering.webhook.Endpoint;
import io.micrometer.core.instrument.Tags;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators see of deliveries, and have tried again. */
@QuarkusTest
@Tag("slow")
class ReplayTest extends WebhookTest {
    @Inject
    DeliveryCounts counts;

    @Inject
    OldDeliveries old;

    @Test
    void whatIsParkedIsTriedAgainWhenAnOperatorSaysSo() {
        Endpoint endpoint = parked();
        String event = eventId(rows(endpoint).get(0));
        list(endpoint, "?state=parked")
                .body("items", hasSize(1))
                .body("items[0].eventId", is(event))
                .body("items[0].type", is("user.provisioned"))
                .body("items[0].problem", is("status 410"))
                .body("items[0].dueAt", nullValue());
        receiver.answers(200);
        replay(endpoint, Map.of()).statusCode(200).body("replayed", is(1)).body("parked", is(0));
        awaitRow(endpoint, DeliveryState.DELIVERED, 1);
        assertEquals(
                List.of(event, event),
                receiver.messages().stream().map(message -> message.id()).toList());
        list(endpoint, "?state=parked").body("items", empty());
        list(endpoint, "").body("items.state", is(List.of("delivered")));
    }

    @Test
    void singleEventsCanBeReplayed() {
        Endpoint endpoint = parked();
        tenant.user();
        awaitParked(endpoint, 2);
        receiver.answers(204);
        String first = eventId(rows(endpoint).get(0));
        replay(endpoint, Map.of("events", List.of(first, UUID.randomUUID().toString())))
                .statusCode(200)
                .body("replayed", is(1))
                .body("parked", is(1));
        replay(endpoint, Map.of("events", List.of(first))).body("replayed", is(0));
    }

    @Test
    void pagesLeadFromTheNewestToTheOldest() {
        Endpoint endpoint = parked();
        tenant.user();
        awaitParked(endpoint, 2);
        List<Map<String, Object>> rows = rows(endpoint);
        String cursor = list(endpoint, "?state=parked&limit=1")
                .body("items.eventId", is(List.of(eventId(rows.get(1)))))
                .extract()
                .path("nextCursor");
        list(endpoint, "?state=parked&limit=1&cursor=" + cursor)
                .body("items.eventId", is(List.of(eventId(rows.get(0)))))
                .body("nextCursor", nullValue());
    }

    @Test
    void aReplayIsOnRecord() {
        Endpoint endpoint = parked();
        replay(endpoint, Map.of()).statusCode(200);
        Map<String, Object> event =
                database.row("select * from audit_event where object = ? and account_id is null", endpoint.name());
        assertEquals("webhooks.replayed", event.get("type"));
        assertEquals("login-service", event.get("actor"));
    }

    @Test
    void onlyWebhooksThatAreSetAreKnown() {
        given().auth()
                .oauth2(Bearer.support())
                .get("/v1/webhooks/nobody/deliveries")
                .then()
                .statusCode(404)
                .body("type", is("urn:lifering:problem:not-found"));
        given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/webhooks/nobody/replays")
                .then()
                .statusCode(404);
    }

    @Test
    void metricsShowWhatIsParked() {
        Endpoint endpoint = parked();
        Tags parked = Tags.of("endpoint", endpoint.name(), "state", "parked");
        Tags waiting = Tags.of("endpoint", endpoint.name(), "state", "waiting");
        assertEquals(Set.of(parked, waiting), counts.series());
        assertEquals(Map.of(parked, 1.0, waiting, 0.0), counts.read());
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        Endpoint endpoint = parked();
        receiver.answers(200);
        tenant.user();
        await().until(() -> "DELIVERED".equals(rows(endpoint).get(1).get("state")));
        time.advance(Duration.ofDays(4));
        old.run();
        assertEquals(
                List.of("PARKED"),
                rows(endpoint).stream().map(row -> row.get("state")).toList());
        time.advance(Duration.ofDays(27));
        old.run();
        assertEquals(List.of(), rows(endpoint));
    }

    @Test
    void whatNobodySendsAnyMoreIsForgotten() {
        Endpoint endpoint = parked();
        database.update(
                "update webhook_delivery set state = 'WAITING', ended_at = null where endpoint = ?", endpoint.name());
        endpoints.closeAll();
        old.run();
        assertFalse(rows(endpoint).isEmpty());
        time.advance(Duration.ofDays(41));
        old.run();
        assertTrue(rows(endpoint).isEmpty());
    }

    private Endpoint parked() {
        receiver.answers(410);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        awaitRow(endpoint, DeliveryState.PARKED, 1);
        return endpoint;
    }

    private void awaitParked(Endpoint endpoint, int count) {
        await().until(() -> database.count(
                        "select count(*) from webhook_delivery where endpoint = ? and state = 'PARKED'",
                        endpoint.name())
                == count);
    }

    private static ValidatableResponse list(Endpoint endpoint, String query) {
        return given().auth()
                .oauth2(Bearer.support())
                .get("/v1/webhooks/" + endpoint.name() + "/deliveries" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse replay(Endpoint endpoint, Map<String, ?> body) {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks/" + endpoint.name() + "/replays")
                .then();
    }
}

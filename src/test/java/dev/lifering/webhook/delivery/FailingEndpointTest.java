package dev.lifering.webhook.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Receiver;
import dev.lifering.webhook.sending.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Endpoints that do not take what they are told, or not yet. */
@QuarkusTest
@Tag("slow")
class FailingEndpointTest extends WebhookTest {
    @Inject
    DeliveryService deliveries;

    @Inject
    AuditTrail trail;

    @Test
    void aFailureIsTriedAgainUntilItIsTaken() {
        receiver.answers(500);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        Map<String, Object> row = awaitRow(endpoint, DeliveryState.WAITING, 1);
        assertEquals("status 500", row.get("problem"));
        assertTrue(moment(row, "due_at").isAfter(time.instant().minusSeconds(1)), row::toString);
        pass(WAIT);
        awaitRow(endpoint, DeliveryState.WAITING, 2);
        receiver.answers(200);
        pass(WAIT.multipliedBy(2));
        awaitRow(endpoint, DeliveryState.DELIVERED, 3);
        assertEquals(
                1,
                receiver.messages().stream()
                        .map(Receiver.Message::id)
                        .distinct()
                        .count());
    }

    @Test
    void aRedirectIsAFailure() {
        try (var elsewhere = new Receiver()) {
            receiver.answers(302, Map.of("Location", elsewhere.url().toString()));
            Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
            tenant.user();
            assertEquals(
                    "status 302", awaitRow(endpoint, DeliveryState.WAITING, 1).get("problem"));
            assertEquals(List.of(), elsewhere.messages());
        }
    }

    @Test
    void oneThatHangsHoldsUpNobodyElse() {
        receiver.hangs();
        try (var other = new Receiver()) {
            Endpoint slow = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
            Endpoint quick = endpoints.open(other.endpoint(Deed.USER_PROVISIONED));
            tenant.user();
            await().until(() -> !receiver.messages().isEmpty());
            awaitRow(quick, DeliveryState.DELIVERED, 1);
            assertEquals(
                    "no answer in time",
                    awaitRow(slow, DeliveryState.WAITING, 1).get("problem"));
        }
    }

    @Test
    void whatAnEndpointBabblesIsNotRead() {
        receiver.babbles(3_000_000);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        awaitRow(endpoint, DeliveryState.DELIVERED, 1);
    }

    @Test
    void whereNobodyListensIsTriedAgain() {
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        receiver.close();
        tenant.user();
        assertEquals(
                "no connection", awaitRow(endpoint, DeliveryState.WAITING, 1).get("problem"));
    }

    @Test
    void anEndpointMayAskForTime() {
        receiver.answers(429, Map.of("Retry-After", "3600"));
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        Map<String, Object> row = awaitRow(endpoint, DeliveryState.WAITING, 1);
        Duration wait = Duration.between(time.instant(), moment(row, "due_at"));
        assertTrue(
                wait.compareTo(Duration.ofMinutes(55)) > 0 && wait.compareTo(Duration.ofHours(1)) <= 0, wait::toString);
    }

    @Test
    void whoeverIsGoneIsNotToldAgain() {
        receiver.answers(410);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        awaitRow(endpoint, DeliveryState.PARKED, 1);
    }

    @Test
    void afterThreeDaysAMessageIsParked() {
        receiver.answers(503);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        Map<String, Object> row = awaitRow(endpoint, DeliveryState.WAITING, 1);
        assertEquals(moment(row, "created_at").plus(Duration.ofDays(3)), moment(row, "give_up_at"));
        pass(Duration.ofDays(3).minusMinutes(10));
        awaitRow(endpoint, DeliveryState.WAITING, 2);
        pass(Duration.ofMinutes(15));
        awaitRow(endpoint, DeliveryState.PARKED, 3);
        pass(Duration.ofHours(7));
        assertEquals(3, receiver.messages().size());
    }

    @Test
    void oneThatTakesNothingIsLeftAloneUntilItIsBack() {
        receiver.answers(503);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.POLICY_CHANGED));
        facts(40);
        await().until(() -> attempts(endpoint) >= Rest.MANY);
        pass(Duration.ofSeconds(6));
        await().until(() -> attempts(endpoint) > Rest.MANY);
        // All that is due would be tried at once else.
        assertTrue(attempts(endpoint) < 30, () -> attempts(endpoint) + " attempts");
        receiver.answers(200);
        pass(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(endpoint, DeliveryState.DELIVERED) == 40);
    }

    @Test
    void whatNeverHasItsTurnIsParkedAfterThreeDaysAllTheSame() {
        receiver.answers(503);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.POLICY_CHANGED));
        facts(40);
        await().until(() -> attempts(endpoint) >= Rest.MANY);
        pass(Duration.ofDays(3).plusMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(endpoint, DeliveryState.PARKED) == 40);
        assertTrue(attempts(endpoint) < 30, () -> attempts(endpoint) + " attempts");
    }

    /** That many facts at once. */
    private void facts(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                trail.record(Fact.about(tenant.id(), Deed.POLICY_CHANGED, Doer.SYSTEM), time.instant());
            }
        });
    }

    private long attempts(Endpoint endpoint) {
        return database.count("select sum(attempts) from webhook_delivery where endpoint = ?", endpoint.name());
    }

    private long count(Endpoint endpoint, DeliveryState state) {
        return database.count(
                "select count(*) from webhook_delivery where endpoint = ? and state = ?",
                endpoint.name(),
                state.name());
    }

    @Test
    void whatADeadReplicaHadTakenIsTakenAgain() {
        receiver.answers(500);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        tenant.user();
        awaitRow(endpoint, DeliveryState.WAITING, 1);
        endpoints.closeAll();
        time.advance(WAIT);
        var taken = deliveries.take(endpoint, time.instant(), 16);
        assertEquals(1, taken.parcels().size());
        // While somebody has it, nobody else gets it.
        assertEquals(List.of(), deliveries.take(endpoint, time.instant(), 16).parcels());
        receiver.answers(200);
        endpoints.open(endpoint);
        pass(Duration.ofMinutes(1));
        awaitRow(endpoint, DeliveryState.DELIVERED, 3);
        // What the dead one would have noted does not count any more.
        deliveries.note(endpoint, taken, List.of(Reply.none("no answer")), time.instant());
        assertEquals("DELIVERED", rows(endpoint).get(0).get("state"));
    }
}

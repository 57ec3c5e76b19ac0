package dev.lifering.webhook.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.StatementLog;
import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.Receiver;
import dev.lifering.webhook.Receiver.Message;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Facts reach the endpoints that want them, signed, exactly when they are kept. */
@QuarkusTest
class DeliveryTest extends WebhookTest {
    @Inject
    AuditTable audit;

    @Inject
    AuditTrail trail;

    @Test
    void aFactIsToldAsACloudEvent() {
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        Member ada = tenant.user();
        Message message = only(ada);
        assertEquals("application/cloudevents+json; charset=utf-8", message.type());
        assertEquals("/hook?from=lifering", message.path());
        JsonPath event = JsonPath.from(message.body());
        String pseudonym = audit.pseudonym(ada).toString();
        assertEquals("1.0", event.getString("specversion"));
        assertEquals("lifering", event.getString("source"));
        assertEquals("dev.lifering.user.provisioned.v1", event.getString("type"));
        assertEquals(pseudonym, event.getString("subject"));
        assertEquals("application/json", event.getString("datacontenttype"));
        assertEquals(message.id(), event.getString("id"));
        assertEquals(
                Map.of(
                        "outcome",
                        "success",
                        "actorKind",
                        "service",
                        "actor",
                        "login-service",
                        "accountId",
                        tenant.id(),
                        "userId",
                        ada.id(),
                        "userPseudonym",
                        pseudonym),
                without(event.getMap("data"), "address", "requestId"));
        Map<String, Object> row = awaitRow(endpoint, DeliveryState.DELIVERED, 1);
        assertEquals(message.id(), eventId(row));
        assertEquals(moment(row, "created_at").toString(), event.getString("time"));
    }

    @Test
    void everyMessageIsSignedAsStandardWebhooksWantsIt() throws Exception {
        endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        Message message = only(tenant.user());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Receiver.SECRET.bytes(), "HmacSHA256"));
        byte[] signed =
                (message.id() + "." + message.timestamp() + "." + message.body()).getBytes(StandardCharsets.UTF_8);
        assertEquals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)), message.signature());
        long age = time.instant().getEpochSecond() - Long.parseLong(message.timestamp());
        assertTrue(age >= 0 && age < 300, "signed " + age + " s ago");
    }

    @Test
    void eachEndpointIsToldOfWhatItWants() {
        Endpoint provisioned = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        Endpoint erased = endpoints.open(receiver.endpoint(Deed.USER_ERASED, Deed.POLICY_CHANGED));
        Member ada = tenant.user();
        erase(ada);
        awaitRow(provisioned, DeliveryState.DELIVERED, 1);
        awaitRow(erased, DeliveryState.DELIVERED, 1);
        assertEquals(List.of("user.provisioned"), types(provisioned));
        assertEquals(List.of("user.erased"), types(erased));
    }

    @Test
    void x1_aFactThatIsTakenBackIsToldNobody() {
        Endpoint endpoint = endpoints.open(receiver.endpoint());
        QuarkusTransaction.begin();
        trail.record(Fact.about(tenant.id(), Deed.POLICY_CHANGED, Doer.SYSTEM), time.instant());
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        trail.record(Fact.about(tenant.id(), Deed.ACCOUNT_PROVISIONED, Doer.SYSTEM), time.instant()));
        assertEquals(List.of("account.provisioned"), types(endpoint));
    }

    @Test
    void loginsAreToldWhereSomebodyWantsThem() {
        Enrolled ada = tenant.user().enrolled();
        time.toNextStep();
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.VERIFICATION));
        ada.member().verify(ada.app().code()).statusCode(200);
        awaitRow(endpoint, DeliveryState.DELIVERED, 1);
        JsonPath event = JsonPath.from(receiver.about(ada.member().id()).get(0).body());
        assertEquals("totp", event.getString("data.method"));
        assertEquals("success", event.getString("data.outcome"));
    }

    @Test
    void loginsThatNobodyWantsStillTakeTheDirectWay() {
        Enrolled ada = tenant.user().enrolled();
        time.toNextStep();
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.LOCKOUT));
        try (var log = new StatementLog()) {
            ada.member().verify(ada.app().code()).statusCode(200);
            assertEquals(
                    List.of(),
                    log.statements().stream()
                            .filter(sql -> sql.contains("authenticator") || sql.contains("audit_event"))
                            .toList());
        }
        assertEquals(List.of(), rows(endpoint));
    }

    @Test
    void secretsAndCodesAreInNoMessage() {
        Endpoint endpoint = endpoints.open(receiver.endpoint());
        Enrolled ada = tenant.user().enrolled();
        time.toNextStep();
        String code = ada.app().code();
        ada.member().verify(code).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(200);
        await().until(() ->
                rows(endpoint).stream().allMatch(row -> row.get("state").equals("DELIVERED")));
        List<Message> messages = receiver.about(ada.member().id());
        assertTrue(messages.size() >= 5, messages::toString);
        for (Message message : messages) {
            assertFalse(message.body().contains(ada.code(0)), message.body());
            assertFalse(message.body().contains('"' + code + '"'), message.body());
            assertFalse(message.body().contains(ada.member().email()), message.body());
        }
    }

    @Test
    void x6_whoeverIsErasedIsNotNamedAnyMore() {
        receiver.answers(500);
        Endpoint endpoint = endpoints.open(receiver.endpoint(Deed.USER_PROVISIONED));
        Member ada = tenant.user();
        String pseudonym = audit.pseudonym(ada).toString();
        Map<String, Object> row = awaitRow(endpoint, DeliveryState.WAITING, 1);
        erase(ada);
        assertFalse(database.tablesWith(ada.id()).contains("webhook_delivery"));
        receiver.answers(200);
        pass(WAIT);
        awaitRow(endpoint, DeliveryState.DELIVERED, 2);
        Message again = receiver.messages().get(receiver.messages().size() - 1);
        assertEquals(eventId(row), again.id());
        assertFalse(again.body().contains(ada.id()), again.body());
        assertNull(JsonPath.from(again.body()).getString("data.userId"));
        assertEquals(pseudonym, JsonPath.from(again.body()).getString("data.userPseudonym"));
    }

    private Message only(Member member) {
        await().until(() -> !receiver.about(member.id()).isEmpty());
        List<Message> messages = receiver.about(member.id());
        assertEquals(1, messages.size(), messages::toString);
        return messages.get(0);
    }

    private void erase(Member member) {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/" + member.id())
                .then()
                .statusCode(204);
    }

    private List<String> types(Endpoint endpoint) {
        return rows(endpoint).stream()
                .map(row -> row.get("event_type").toString())
                .toList();
    }

    private static Map<String, Object> without(Map<String, Object> map, String... keys) {
        var rest = new HashMap<>(map);
        rest.keySet().removeAll(List.of(keys));
        return rest;
    }
}

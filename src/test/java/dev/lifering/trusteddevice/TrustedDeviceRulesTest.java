package dev.lifering.trusteddevice;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A device that is trusted needs no code for a while, and no device is that the user or the account would not trust. */
@QuarkusTest
@Tag("slow")
class TrustedDeviceRulesTest {
    private static final String REJECTED = "device-rejected";
    private static final String REPLAYED = "A device is not trusted any more";
    private static final Duration LATER = Duration.ofMinutes(5);

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable trail;

    @Inject
    DataSource source;

    Mailbox.Post post;

    private Tenant tenant;
    private Enrolled linus;

    @BeforeEach
    void anAccountThatAllowsIt() {
        tenant = Tenant.direct(time);
        tenant.policy(Map.of("trustedDeviceLifetime", "P14D"));
        linus = tenant.user().enrolled();
    }

    @Test
    void aTrustedDeviceNeedsNoCodeAndSaysSo() {
        Response granted = trusted();
        Response used = present(granted.path("trustedDevice.token"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("trustedDevice.id", is(granted.<String>path("trustedDevice.id")))
                .body("trustedDevice.expiresAt", is(granted.<String>path("trustedDevice.expiresAt")))
                .extract()
                .response();
        JsonPath claims = claims(used.path("assertion"));
        assertEquals(linus.member().id(), claims.getString("sub"));
        assertEquals(List.of(), claims.getList("amr"));
        assertEquals("trusted_device", claims.getString("method"));
        assertEquals(claims(granted.path("assertion")).getLong("auth_time"), claims.getLong("auth_time"));
        present(used.path("trustedDevice.token")).statusCode(200);
    }

    @Test
    void itIsOnRecordAndMailed() {
        List<String> told = trail.told(
                tenant, () -> present(trusted().path("trustedDevice.token")).statusCode(200));
        assertEquals(List.of("verification", "trusted_device.added", "trusted_device.used"), told);
        String text = post.of(linus.member()).newest("A device is trusted now").text();
        assertTrue(text.contains("Firefox"), text);
    }

    @Test
    void noDeviceIsTrustedUnlessTheAccountAllowsIt() {
        Tenant plain = Tenant.direct(time);
        Enrolled ada = plain.user().enrolled();
        verify(ada, ada.app().freshCode()).statusCode(200).body("$", not(hasKey("trustedDevice")));
        String token = trusted().path("trustedDevice.token");
        tenant.policy(Map.of());
        refused(present(token), 422, REJECTED);
        tenant.policy(Map.of("trustedDeviceLifetime", "P14D"));
        refused(present(token), 422, REJECTED);
    }

    @Test
    void aBackupCodeTrustsNoDevice() {
        verify(linus, linus.code(0)).statusCode(200).body("$", not(hasKey("trustedDevice")));
    }

    @Test
    void aWrongCodeTrustsNoDevice() {
        refused(verify(linus, linus.app().wrongCode()), 422, "code-rejected");
        mine().body("items", is(empty()));
    }

    @Test
    void theUserHimselfCannotAskForIt() {
        Map<String, ?> wish = Map.of("code", linus.app().freshCode(), "trustDevice", Map.of());
        refused(linus.member().post("/v1/me/verifications", wish), 400, "malformed-request");
    }

    @Test
    void trustEndsWhenItsTimeIsOverHoweverOftenItWasUsed() {
        String token = trusted().path("trustedDevice.token");
        time.advance(Duration.ofDays(13));
        token = present(token).statusCode(200).extract().path("trustedDevice.token");
        time.advance(Duration.ofDays(1));
        refused(present(token), 422, REJECTED);
        mine().body("items", is(empty()));
    }

    @Test
    void aShorterTimeHoldsForDevicesThatAreTrustedAlready() {
        String token = trusted().path("trustedDevice.token");
        tenant.policy(Map.of("trustedDeviceLifetime", "P1D"));
        time.advance(Duration.ofHours(25));
        refused(present(token), 422, REJECTED);
    }

    @Test
    void aTokenThatComesAgainLaterEndsTheTrustAndIsMailed() {
        String first = trusted().path("trustedDevice.token");
        String second = present(first).statusCode(200).extract().path("trustedDevice.token");
        time.advance(LATER);
        List<String> told = trail.told(tenant, () -> refused(present(first), 422, REJECTED));
        assertEquals(List.of("trusted_device.replayed", "trusted_device.used REJECTED"), told);
        refused(present(second), 422, REJECTED);
        post.of(linus.member()).newest(REPLAYED);
    }

    @Test
    void aTokenThatIsOlderThanTheOneBeforeEndsTheTrustAtOnce() {
        String first = trusted().path("trustedDevice.token");
        String second = present(first).statusCode(200).extract().path("trustedDevice.token");
        String third = present(second).statusCode(200).extract().path("trustedDevice.token");
        refused(present(first), 422, REJECTED);
        refused(present(third), 422, REJECTED);
    }

    @Test
    void of20TabsAtOnceOneWinsAndNoneIsCalledAThief() {
        String token = trusted().path("trustedDevice.token");
        String path = "/v1/users/" + linus.member().id() + "/device-verifications";
        var tab = new Post(Bearer.service(), path, "{\"deviceToken\":\"" + token + "\"}");
        List<Stampede.Answer> answers;
        time.stop();
        try (var tabs = new Stampede(20)) {
            answers = tabs.answers(Collections.nCopies(20, tab));
        } finally {
            time.go();
        }
        List<Stampede.Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertEquals(1, won.size());
        assertEquals(
                19, answers.stream().filter(answer -> answer.status() == 422).count());
        present(won.get(0).json().getString("trustedDevice.token")).statusCode(200);
    }

    @Test
    void whateverIsWrongWithATokenItIsAnsweredAlike() {
        String token = trusted().path("trustedDevice.token");
        String strange = trusted().path("trustedDevice.token");
        linus.member().call().delete("/v1/me/trusted-devices").then().statusCode(204);
        String unknown = "A".repeat(43) + "." + "A".repeat(43);
        Set<String> answers = Set.copyOf(List.of(token, strange, unknown, "x", token + "x").stream()
                .map(wrong -> refused(present(wrong), 422, REJECTED)
                        .extract()
                        .path("detail")
                        .toString())
                .toList());
        assertEquals(1, answers.size());
        linus.member().verify(linus.app().freshCode()).statusCode(200);
    }

    @Test
    void theTokenOfAnotherUserOpensNothingAndEndsNothing() {
        String token = trusted().path("trustedDevice.token");
        Enrolled ada = tenant.user().enrolled();
        refused(present(ada, token), 422, REJECTED);
        Tenant other = Tenant.reseller(time);
        other.policy(Map.of("trustedDeviceLifetime", "P14D"));
        refused(present(other.resellerAdmin().enrolled(), token), 422, REJECTED);
        present(token).statusCode(200);
    }

    @Test
    void theUserSeesHisDevicesAndEndsTheTrustInOneOrAll() {
        String first = trusted().path("trustedDevice.id");
        Response second = trusted();
        Response third = trusted();
        mine().body("items", hasSize(3)).body("items[0].label", is("Firefox"));
        linus.member().call().delete("/v1/me/trusted-devices/" + first).then().statusCode(204);
        refused(linus.member().call().delete("/v1/me/trusted-devices/" + first).then(), 404, "not-found");
        mine().body(
                        "items.id",
                        containsInAnyOrder(
                                second.<String>path("trustedDevice.id"), third.<String>path("trustedDevice.id")));
        Enrolled ada = tenant.user().enrolled();
        String foreign = second.path("trustedDevice.id");
        refused(ada.member().call().delete("/v1/me/trusted-devices/" + foreign).then(), 404, "not-found");
        linus.member().call().delete("/v1/me/trusted-devices").then().statusCode(204);
        refused(present(second.path("trustedDevice.token")), 422, REJECTED);
    }

    @Test
    void aUserHas20AtMostAndTheOneNotUsedForLongestGoes() {
        String first = trusted().path("trustedDevice.id");
        database.update("""
                insert into trusted_device (id, user_id, label, series_hash, token_hash, created_at, last_used_at, expires_at)
                select gen_random_uuid(), user_id, label, decode(md5(n::text || id), 'hex'), token_hash, created_at,
                       last_used_at + interval '1 second', expires_at
                from trusted_device, generate_series(1, 19) n where id = ?::uuid
                """, first);
        String last = trusted().path("trustedDevice.id");
        mine().body("items", hasSize(20))
                .body("items.id.contains('" + first + "')", is(false))
                .body("items.id.contains('" + last + "')", is(true));
    }

    @Test
    void r6_recoveryTrustsNoDeviceAnyMoreAndItsUndoBringsNoneBack() {
        String token = trusted().path("trustedDevice.token");
        tenant.admin()
                .call()
                .post("/v1/accounts/" + tenant.id() + "/users/" + linus.member().id() + "/recovery-links")
                .then()
                .statusCode(202);
        String link = post.of(linus.member()).newest("Your recovery link").token();
        linus.member().post("/v1/recovery/redemptions", Map.of("token", link)).statusCode(201);
        refused(present(token), 422, REJECTED);
        String undo = post.of(linus.member())
                .newest("Your two-factor authentication was reset")
                .token();
        linus.member().post("/v1/recovery/repudiations", Map.of("token", undo)).statusCode(200);
        linus.member().verify(linus.app().freshCode()).statusCode(200);
        refused(present(token), 422, REJECTED);
    }

    @Test
    void removingAnAuthenticatorEndsTheTrust() {
        String token = trusted().path("trustedDevice.token");
        linus.member().remove(linus.authenticatorId(), linus.app().freshCode()).statusCode(204);
        refused(present(token), 422, REJECTED);
        assertEquals(0, devices());
    }

    @Test
    void switchingOffEndsTheTrust() {
        trusted();
        linus.member()
                .call()
                .body(Map.of("code", linus.app().freshCode()))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
        assertEquals(0, devices());
    }

    @Test
    void newBackupCodesLeaveItAsItIs() {
        String token = trusted().path("trustedDevice.token");
        linus.member()
                .post("/v1/me/backup-codes", Map.of("code", linus.app().freshCode()))
                .statusCode(201);
        present(token).statusCode(200);
    }

    @Test
    void whoeverIsSwitchedOffOrManagedElsewhereIsTrustedNowhere() {
        for (String change : List.of("\"active\": false", "\"secondFactorManagedElsewhere\": true")) {
            trusted();
            provision("{\"email\": \"" + linus.member().email() + "\", " + change + "}");
            assertEquals(0, devices(), change);
            provision("{\"email\": \"" + linus.member().email() + "\"}");
        }
    }

    @Test
    void x6_anErasedUserLeavesNoDevice() {
        trusted();
        given().auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/"
                        + linus.member().id())
                .then()
                .statusCode(204);
        assertEquals(0, devices());
    }

    @Test
    void v3_aLockDoesNotShutADeviceOutButTheBlockDoes() {
        String token = trusted().path("trustedDevice.token");
        lock("failed_attempts = 10, locked_until = now() + interval '1 year'");
        token = present(token).statusCode(200).extract().path("trustedDevice.token");
        assertEquals(
                10,
                database.count(
                        "select failed_attempts from second_factor where user_id = ?",
                        linus.member().id()));
        lock("failed_attempts = 100");
        refused(present(token), 429, "locked").body("blocked", is(true));
    }

    @Test
    void section4_anAnswerThatWasLostIsGivenAgain() {
        String token = trusted().path("trustedDevice.token");
        String first = keyed(token).path("trustedDevice.token");
        time.advance(Duration.ofMinutes(1));
        assertEquals(first, keyed(token).path("trustedDevice.token"));
        present(first).statusCode(200);
    }

    @Test
    void x4_noTableHoldsAToken() {
        Response granted = trusted();
        String token = granted.path("trustedDevice.token");
        String next = present(token).extract().path("trustedDevice.token");
        for (String text : List.of(token, next)) {
            for (String half : text.split("\\.")) {
                String hex = hex(half);
                assertEquals(Set.of(), database.tablesWith(half));
                assertEquals(Set.of(), database.tablesWith(hex));
            }
        }
        assertFalse(token.equals(next));
    }

    @Test
    void section5_aTokenIsFoundByAnIndex() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            // A table of a few rows is read as a whole, unless that is forbidden. A user has twenty at most.
            statement.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("""
                    explain update trusted_device set last_used_at = now()
                    where series_hash = '\\x00' and token_hash = '\\x00' and user_id = 'x' and expires_at > now()
                      and created_at > now()
                    """)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            statement.execute("reset enable_seqscan");
            assertTrue(plan.toString().contains("Index Scan using trusted_device_"), plan.toString());
        }
    }

    private Response trusted() {
        return verify(linus, linus.app().freshCode()).statusCode(200).extract().response();
    }

    private static ValidatableResponse verify(Enrolled user, String code) {
        return user.member()
                .verifiedByService(Map.of("code", code, "trustDevice", Map.of("label", "Firefox")))
                .then();
    }

    private ValidatableResponse present(String token) {
        return present(linus, token);
    }

    private static ValidatableResponse present(Enrolled user, String token) {
        return service(Map.of("deviceToken", token))
                .post("/v1/users/" + user.member().id() + "/device-verifications")
                .then();
    }

    private Response keyed(String token) {
        return service(Map.of("deviceToken", token))
                .header("Idempotency-Key", "key-of-" + linus.member().id())
                .post("/v1/users/" + linus.member().id() + "/device-verifications");
    }

    private static RequestSpecification service(Object body) {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body);
    }

    private ValidatableResponse mine() {
        return linus.member().get("/v1/me/trusted-devices").statusCode(200);
    }

    private void provision(String body) {
        service(body)
                .put("/v1/accounts/" + tenant.id() + "/users/" + linus.member().id())
                .then()
                .statusCode(200);
    }

    private void lock(String values) {
        database.update(
                "update second_factor set " + values + " where user_id = ?",
                linus.member().id());
    }

    private long devices() {
        return database.count(
                "select count(*) from trusted_device where user_id = ?",
                linus.member().id());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonPath claims(String assertion) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(assertion.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}

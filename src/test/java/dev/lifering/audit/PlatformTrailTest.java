package dev.lifering.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X1: what services and administrators do leaves its event as well. */
@QuarkusTest
class PlatformTrailTest {
    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void x1_whatAServiceDoesToUsersIsToldOfTheService() {
        Tenant tenant = Tenant.direct(time);
        String path = "/v1/accounts/" + tenant.id() + "/users/u-" + UUID.randomUUID();
        var left = trail.leftBy(tenant, () -> {
            service().body(Map.of("email", "a@b")).put(path).then().statusCode(201);
            service().body(Map.of("email", "a@c")).put(path).then().statusCode(200);
            service().body(Map.of("email", "nowhere")).put(path).then().statusCode(400);
            service().delete(path).then().statusCode(204);
        });
        assertEquals(
                List.of("user.provisioned", "user.provisioned", "user.erased"),
                left.stream().map(AuditTable.Event::told).toList());
        left.forEach(event -> {
            assertEquals("SERVICE", event.actorKind());
            assertEquals("login-service", event.actor());
            assertEquals("127.0.0.1", event.address());
            assertEquals(left.get(0).subject(), event.subject());
        });
    }

    @Test
    void x1_eachLineOfAnImportIsToldWithTheRequestThatBroughtIt() {
        Tenant tenant = Tenant.direct(time);
        String lines = "{\"id\":\"u-%s\",\"email\":\"a@b\"}\n{\"id\":\"no id\"}\n{\"id\":\"u-%s\",\"email\":\"a@b\"}\n"
                .formatted(UUID.randomUUID(), UUID.randomUUID());
        var left = trail.leftBy(
                tenant,
                () -> RestAssured.given()
                        .auth()
                        .oauth2(Bearer.service())
                        .header("X-Request-Id", "import-4711")
                        .header("Content-Type", "application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/accounts/" + tenant.id() + "/user-imports")
                        .then()
                        .statusCode(200));
        assertEquals(2, left.size());
        left.forEach(event -> {
            assertEquals("user.provisioned", event.told());
            assertEquals("login-service", event.actor());
            assertEquals("127.0.0.1", event.address());
            assertEquals("import-4711", event.requestId());
        });
    }

    @Test
    void x1_aChangeOfThePolicyIsToldOfTheAdministrator() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        var left = trail.leftBy(tenant, () -> {
            ada.call()
                    .body(Map.of("maxAuthenticators", 1))
                    .put("/v1/accounts/" + tenant.id() + "/policy")
                    .then()
                    .statusCode(200);
            ada.call()
                    .body(Map.of("maxAuthenticators", 0))
                    .put("/v1/accounts/" + tenant.id() + "/policy")
                    .then()
                    .statusCode(400);
        });
        assertEquals(1, left.size());
        assertEquals("account.policy_changed", left.get(0).told());
        assertEquals("ADMIN", left.get(0).actorKind());
        assertEquals(trail.pseudonym(ada).toString(), left.get(0).actor());
        assertNull(left.get(0).subject());
    }

    private static RequestSpecification service() {
        return RestAssured.given().auth().oauth2(Bearer.service()).contentType("application/json");
    }
}

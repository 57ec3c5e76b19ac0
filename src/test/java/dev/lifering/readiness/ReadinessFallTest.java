package dev.lifering.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuditTable.Event;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an account is left with fewer than two able administrators, that is an event of its own: once per fall. */
@QuarkusTest
@Tag("slow")
class ReadinessFallTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AuditTable audit;

    @Inject
    ReadinessWatch watch;

    private Tenant tenant;
    private Enrolled ada;
    private Member grace;
    private Enrolled graces;

    @BeforeEach
    void twoAbleAdministrators() {
        tenant = Tenant.direct(time);
        ada = tenant.admin().enrolled();
        grace = tenant.admin();
        graces = grace.enrolled();
        watch.run();
        assertEquals(List.of(), falls());
    }

    @Test
    void aFallIsToldOnce() {
        change(grace, Map.of("active", false));
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
        change(ada.member(), Map.of("active", false));
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
    }

    @Test
    void afterARiseTheNextFallIsToldAgain() {
        change(grace, Map.of("active", false));
        watch.run();
        change(grace, Map.of());
        watch.run();
        change(grace, Map.of("roles", List.of()));
        watch.run();
        assertEquals(List.of("one_able_administrator", "one_able_administrator"), falls());
    }

    @Test
    void whoeverIsErasedIsMissed() {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + tenant.id() + "/users/" + grace.id())
                .then()
                .statusCode(204);
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
    }

    @Test
    void theHundredthWrongCodeIsAFall() {
        database.update("update second_factor set failed_attempts = 99 where user_id = ?", grace.id());
        grace.verify(graces.app().wrongCode()).statusCode(422);
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
    }

    @Test
    void theLastBackupCodeIsAFall() {
        ada.member().remove(ada.authenticatorId(), ada.code(0)).statusCode(204);
        for (int i = 1; i < 9; i++) {
            ada.member().verify(ada.code(i)).statusCode(200);
        }
        watch.run();
        assertEquals(List.of(), falls());
        ada.member().verify(ada.code(9)).statusCode(200);
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
    }

    @Test
    void whoeverSwitchesOffIsMissedAndWhoeverComesBackCounts() {
        ada.member()
                .call()
                .body(Map.of("code", ada.code(0)))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
        watch.run();
        ada.member().enrolled();
        watch.run();
        assertEquals(List.of("one_able_administrator"), falls());
        assertEquals(
                true,
                database.row("select ready from account_readiness where account_id = ?", tenant.id())
                        .get("ready"));
    }

    @Test
    void nothingIsLeftToLookAt() {
        assertEquals(0, database.count("select count(*) from readiness_look where account_id = ?", tenant.id()));
    }

    private List<String> falls() {
        return audit.of(tenant).stream()
                .filter(event -> event.type().equals("account.readiness_fell"))
                .map(Event::object)
                .toList();
    }

    private void change(Member member, Map<String, ?> difference) {
        var body =
                new HashMap<String, Object>(Map.of("email", member.email(), "roles", List.of("admin"), "active", true));
        body.putAll(difference);
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/accounts/" + tenant.id() + "/users/" + member.id())
                .then()
                .statusCode(200);
    }
}

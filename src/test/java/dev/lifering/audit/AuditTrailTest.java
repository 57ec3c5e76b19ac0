package dev.lifering.audit;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X1: each action of a user leaves its event, exactly once, and what fails leaves none. */
@QuarkusTest
class AuditTrailTest {
    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void x1_settingUpLeavesOneEventPerStep() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        String[] ids = new String[2];
        assertEquals(List.of("enrolment.started"), trail.told(tenant, () -> ids[0] = start(ada)));
        assertEquals(
                List.of("enrolment.cancelled"),
                trail.told(
                        tenant,
                        () -> ada.call()
                                .delete("/v1/me/enrolments/" + ids[0])
                                .then()
                                .statusCode(204)));
        Response started = ada.startEnrolment(Map.of()).extract().response();
        AuthenticatorApp app = AuthenticatorApp.scanning(started.path("otpauthUri"), time);
        String code = app.code();
        assertEquals(
                List.of("enrolment.confirmed REJECTED"),
                trail.told(
                        tenant,
                        () -> ada.confirm(started.path("id"), app.wrongCode()).statusCode(422)));
        assertEquals(
                List.of("enrolment.confirmed", "backup_codes.issued"),
                trail.told(
                        tenant,
                        () -> ids[1] = ada.confirm(started.path("id"), code)
                                .statusCode(200)
                                .extract()
                                .path("backupCodes.setId")));
        assertEquals(
                List.of("backup_codes.acknowledged", "authenticator.added", "second_factor.enabled"),
                trail.told(tenant, () -> ada.acknowledge(ids[1]).statusCode(200)));
    }

    @Test
    void x1_verifyingLeavesOneEventWhicheverWayItEnds() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Tenant tenant = ada.member().tenant();
        assertEquals(
                List.of("verification"), trail.told(tenant, () -> ada.member().verify(ada.code(0))));
        assertEquals(
                List.of("verification"), trail.told(tenant, () -> ada.member().verifyOwn(ada.code(1))));
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    List.of("verification REJECTED"),
                    trail.told(tenant, () -> ada.member().verify(ada.code(0))));
        }
        assertEquals(
                List.of("verification REJECTED", "lockout"),
                trail.told(tenant, () -> ada.member().verify(ada.code(0))));
        assertEquals(
                List.of("verification LOCKED"),
                trail.told(tenant, () -> ada.member().verify(ada.code(2))));
    }

    @Test
    void x1_changingLeavesTheProofAndTheChange() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Member member = ada.member();
        Tenant tenant = member.tenant();
        String app = "/v1/me/authenticators/" + ada.authenticatorId();
        assertEquals(
                List.of("verification", "authenticator.renamed"),
                trail.told(
                        tenant,
                        () -> member.call()
                                .body(Map.of("label", "Phone", "code", ada.code(0)))
                                .patch(app)
                                .then()
                                .statusCode(200)));
        String[] set = new String[2];
        assertEquals(List.of("verification", "backup_codes.issued"), trail.told(tenant, () -> {
            Response renewed = member.post("/v1/me/backup-codes", Map.of("code", ada.code(1)))
                    .extract()
                    .response();
            set[0] = renewed.path("setId");
            set[1] = renewed.path("codes[0]");
        }));
        assertEquals(
                List.of("backup_codes.proved", "backup_codes.acknowledged"),
                trail.told(
                        tenant,
                        () -> member.post("/v1/me/backup-codes/" + set[0] + "/acknowledgement", Map.of("proof", set[1]))
                                .statusCode(200)));
        assertEquals(
                List.of("verification", "authenticator.removed"),
                trail.told(
                        tenant,
                        () -> member.remove(ada.authenticatorId(), ada.app().freshCode())
                                .statusCode(204)));
        assertEquals(
                List.of("verification", "second_factor.switched_off"),
                trail.told(
                        tenant,
                        () -> member.call()
                                .body(Map.of("code", set[1]))
                                .delete("/v1/me/second-factor")
                                .then()
                                .statusCode(204)));
    }

    @Test
    void x1_theLastCodeLeavesTheSessionThatItOpened() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("backupCodes", 8));
        Enrolled ada = tenant.user().enrolled();
        for (int i = 0; i < 7; i++) {
            ada.member().verify(ada.code(i)).statusCode(200);
        }
        assertEquals(
                List.of("verification", "recovery_session.opened"),
                trail.told(tenant, () -> ada.member().verify(ada.code(7)).statusCode(200)));
    }

    @Test
    void x1_whatFailsAndNeedNotBeRememberedLeavesNone() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        Member member = ada.member();
        Tenant tenant = member.tenant();
        String unknown = UUID.randomUUID().toString();
        List<String> told = trail.told(tenant, () -> {
            refused(member.verify("not a code"), 422, "code-malformed");
            refused(member.startEnrolment(Map.of()), 403, "second-factor-required");
            refused(member.startEnrolment(Map.of("label", "")), 400, "invalid-request");
            refused(member.startEnrolment(Map.of("color", "red")), 400, "malformed-request");
            refused(member.confirm(unknown, ada.app().code()), 404, "not-found");
            refused(member.remove(unknown, ada.code(0)), 404, "not-found");
            refused(member.acknowledge(ada.setId()), 409, "set-not-pending");
            refused(member.post("/v1/me/backup-codes", Map.of()), 403, "second-factor-required");
        });
        assertEquals(List.of(), told);
    }

    /** Both enrolments fit when they start; when the second is confirmed, there is no room left. */
    @Test
    void x1_anActionThatIsRolledBackTakesItsEventsBackToo() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 2));
        Enrolled ada = tenant.user().enrolled();
        Response one = started(ada);
        Response other = started(ada);
        ada.member().confirm(one.path("id"), app(one).code()).statusCode(200);
        List<String> told = trail.told(
                tenant,
                () -> refused(
                        ada.member().confirm(other.path("id"), app(other).code()), 409, "too-many-authenticators"));
        assertEquals(List.of(), told);
    }

    @Test
    void x1_readingLeavesNone() {
        Tenant tenant = Tenant.direct(time);
        Member admin = tenant.admin();
        List<String> told = trail.told(tenant, () -> {
            admin.get("/v1/me/second-factor").statusCode(200);
            admin.get("/v1/me/audit-events").statusCode(200);
            admin.get("/v1/accounts/" + tenant.id() + "/audit-events").statusCode(200);
            admin.get("/v1/accounts/" + tenant.id() + "/policy").statusCode(200);
        });
        assertEquals(List.of(), told);
    }

    private static String start(Member member) {
        return member.startEnrolment(Map.of()).statusCode(201).extract().path("id");
    }

    private Response started(Enrolled who) {
        return who.member()
                .startEnrolment(Map.of("code", who.app().freshCode()))
                .statusCode(201)
                .extract()
                .response();
    }

    private AuthenticatorApp app(Response started) {
        return AuthenticatorApp.scanning(started.path("otpauthUri"), time);
    }
}

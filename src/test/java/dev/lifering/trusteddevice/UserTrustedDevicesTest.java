package dev.lifering.trusteddevice;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuditTable.Event;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Call;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Those who look after an account see its users' trusted devices; its own administrators revoke them, and nobody else. */
@QuarkusTest
@Tag("slow")
class UserTrustedDevicesTest {
    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Test
    void anAdministratorSeesWhatTheUserSees() {
        Tenant tenant = trusting(Tenant.direct(time));
        Enrolled linus = tenant.user().enrolled();
        trusted(linus, "Old");
        trusted(linus, "New");
        Object own = linus.member()
                .get("/v1/me/trusted-devices")
                .body("items", hasSize(2))
                .extract()
                .path("items");
        Member ada = tenant.admin();
        ada.get(path(linus)).statusCode(200).body("items", is(own)).body("items[0].label", is("New"));
        ada.get(path(tenant.user().enrolled())).statusCode(200).body("items", is(empty()));
        refused(ada.get("/v1/accounts/" + tenant.id() + "/users/u-nobody/trusted-devices"), ProblemType.NOT_FOUND);
    }

    @Test
    void anAdministratorRevokesADeviceWhichIsOnRecordAsHisDeed() {
        Tenant tenant = trusting(Tenant.direct(time));
        Enrolled linus = tenant.user().enrolled();
        String kept = trusted(linus, "Kept").get("id");
        Map<String, String> lost = trusted(linus, "Lost");
        Member ada = tenant.admin();
        List<Event> left =
                trail.leftBy(tenant, () -> revoke(ada, linus, lost.get("id")).statusCode(204));
        assertEquals(
                List.of("trusted_device.revoked"),
                left.stream().map(Event::told).toList());
        Event event = left.get(0);
        assertEquals("ADMIN", event.actorKind());
        assertEquals(trail.pseudonym(ada).toString(), event.actor());
        assertEquals(trail.pseudonym(linus.member()), event.subject());
        assertEquals(lost.get("id"), event.object());
        ada.get(path(linus)).body("items.id", is(List.of(kept)));
        refused(present(linus, lost.get("token")), ProblemType.DEVICE_REJECTED);
        refused(revoke(ada, linus, lost.get("id")), ProblemType.NOT_FOUND);
    }

    @Test
    void aDeviceIsOnlyFoundAtItsOwnUser() {
        Tenant tenant = trusting(Tenant.direct(time));
        Enrolled linus = tenant.user().enrolled();
        Enrolled grace = tenant.user().enrolled();
        String device = trusted(linus, "Firefox").get("id");
        refused(revoke(tenant.admin(), grace, device), ProblemType.NOT_FOUND);
        Member stranger = Tenant.direct(time).admin();
        refused(revoke(stranger, linus, device), ProblemType.NOT_FOUND);
        refused(stranger.get(path(linus)), ProblemType.NOT_FOUND);
        Tenant elsewhere = stranger.tenant();
        String detour =
                "/v1/accounts/" + elsewhere.id() + "/users/" + linus.member().id() + "/trusted-devices";
        refused(stranger.get(detour), ProblemType.NOT_FOUND);
        refused(stranger.call().delete(detour + "/" + device).then(), ProblemType.NOT_FOUND);
        tenant.admin().get(path(linus)).body("items", hasSize(1));
    }

    @Test
    void r2_aResellerMayLookAtACustomersDevicesButNotRevokeThem() {
        Tenant reseller = Tenant.reseller(time);
        Tenant clinic = trusting(Tenant.customerOf(reseller));
        Enrolled eve = clinic.user().enrolled();
        String device = trusted(eve, "Firefox").get("id");
        Member rita = reseller.resellerAdmin();
        rita.get(path(eve)).statusCode(200).body("items.id", is(List.of(device)));
        refused(revoke(rita, eve, device), ProblemType.RESELLER_CANNOT_RESET);
        for (String account : List.of(reseller.id(), clinic.id())) {
            String all = Bearer.of(rita.id(), "user", "admin", "reseller", "support", "service")
                    .account(account)
                    .token();
            refused(revoke(all, eve, device), ProblemType.RESELLER_CANNOT_RESET);
            String plain = Bearer.of(rita.id(), "reseller").account(account).token();
            refused(revoke(plain, eve, device), ProblemType.FORBIDDEN);
        }
        String disguised = Bearer.of(rita.id(), "admin").account(clinic.id()).token();
        refused(revoke(disguised, eve, device), ProblemType.FORBIDDEN);
        clinic.admin().get(path(eve)).body("items", hasSize(1));
    }

    @Test
    void aResellersAdministratorLooksAfterItsOwnUsers() {
        Tenant reseller = trusting(Tenant.reseller(time));
        Enrolled ron = reseller.user().enrolled();
        String device = trusted(ron, "Firefox").get("id");
        revoke(reseller.resellerAdmin(), ron, device).statusCode(204);
    }

    @Test
    void nobodyElseRevokesAnything() {
        Tenant tenant = trusting(Tenant.direct(time));
        Enrolled linus = tenant.user().enrolled();
        String device = trusted(linus, "Firefox").get("id");
        refused(revoke(tenant.user(), linus, device), ProblemType.FORBIDDEN);
        refused(revoke(Bearer.service(), linus, device), ProblemType.FORBIDDEN);
        refused(revoke(Bearer.support(), linus, device), ProblemType.FORBIDDEN);
        Member other = Tenant.direct(time).admin();
        String moved = Bearer.of(other.id(), "admin").account(tenant.id()).token();
        refused(revoke(moved, linus, device), ProblemType.FORBIDDEN);
        String both = Bearer.of("s-" + UUID.randomUUID(), "admin", "support")
                .account(other.tenant().id())
                .token();
        refused(revoke(both, linus, device), ProblemType.FORBIDDEN);
        given().auth().oauth2(Bearer.support()).get(path(linus)).then().statusCode(200);
        given().auth().oauth2(Bearer.service()).get(path(linus)).then().body("items", not(empty()));
    }

    @Test
    void of10WhoRevokeOneDeviceAtOnceOneDoes() {
        Tenant tenant = trusting(Tenant.direct(time));
        Enrolled linus = tenant.user().enrolled();
        String device = trusted(linus, "Firefox").get("id");
        var call = new Call("DELETE", tenant.admin().token(), path(linus) + "/" + device, "");
        List<Integer> statuses;
        try (var administrators = new Stampede(10)) {
            statuses = administrators.answersTo(Collections.nCopies(10, call)).stream()
                    .map(Stampede.Answer::status)
                    .sorted()
                    .toList();
        }
        assertEquals(204, statuses.get(0));
        assertEquals(Collections.nCopies(9, 404), statuses.subList(1, 10));
        assertEquals(
                1,
                trail.of(tenant).stream()
                        .filter(event -> event.told().equals("trusted_device.revoked"))
                        .count());
    }

    private static Tenant trusting(Tenant tenant) {
        tenant.policy(Map.of("trustedDeviceLifetime", "P14D"));
        return tenant;
    }

    private static Map<String, String> trusted(Enrolled user, String label) {
        Map<String, ?> wish = Map.of("code", user.app().freshCode(), "trustDevice", Map.of("label", label));
        return user.member()
                .verifiedByService(wish)
                .then()
                .statusCode(200)
                .extract()
                .path("trustedDevice");
    }

    private static String path(Enrolled user) {
        Member member = user.member();
        return "/v1/accounts/" + member.tenant().id() + "/users/" + member.id() + "/trusted-devices";
    }

    private static ValidatableResponse revoke(Member by, Enrolled of, String device) {
        return revoke(by.token(), of, device);
    }

    private static ValidatableResponse revoke(String token, Enrolled of, String device) {
        return given().auth().oauth2(token).delete(path(of) + "/" + device).then();
    }

    private static ValidatableResponse present(Enrolled user, String token) {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType("application/json")
                .body(Map.of("deviceToken", token))
                .post("/v1/users/" + user.member().id() + "/device-verifications")
                .then();
    }
}

package dev.lifering.enrolment;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.SvgQrCode;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** Rule E1. */
@QuarkusTest
class EnrolmentRulesTest {
    @Inject
    MovableTime time;

    @Test
    void e1_startGivesASecretOf160BitsAKeyUriAndAQrCode() {
        Member ada = Tenant.direct(time).user();
        Response started = ada.call().post("/v1/me/enrolments");
        String id = started.path("id");
        started.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/me/enrolments/" + id))
                .header("Cache-Control", containsString("no-store"))
                .body("$", aMapWithSize(5));
        String secret = started.path("secret");
        assertTrue(secret.matches("[A-Z2-7]{32}"), "base32 without padding");
        assertEquals(20, new Base32().decode(secret).length);
        String uri = started.path("otpauthUri");
        assertEquals(
                "otpauth://totp/Lifering:" + ada.id() + "%40" + ada.tenant().id() + ".example?secret=" + secret
                        + "&issuer=Lifering&algorithm=SHA1&digits=6&period=30",
                uri);
        SvgQrCode.of(started.path("qrCodeSvg")).assertHolds(uri);
        Map<String, String> event = Trail.of(ada).newest();
        assertEquals("enrolment.started", event.get("type"));
        assertEquals("success", event.get("outcome"));
        assertEquals(id, event.get("object"));
    }

    @Test
    void e1_theKeyUriSaysWhatThePolicySays() {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("totpAlgorithm", "sha256", "totpDigits", 8, "totpPeriod", "PT60S"));
        tenant.user()
                .startEnrolment(Map.of())
                .statusCode(201)
                .body("otpauthUri", endsWith("&algorithm=SHA256&digits=8&period=60"));
    }

    @Test
    void e1_everySecretIsDrawnAfresh() {
        var tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member bob = tenant.user();
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            secrets.add(ada.startEnrolment(Map.of()).extract().path("secret"));
            secrets.add(bob.startEnrolment(Map.of()).extract().path("secret"));
        }
        assertEquals(6, secrets.size());
    }

    @Test
    void e1_anUnfinishedEnrolmentExpiresAfter10Minutes() {
        Member ada = Tenant.direct(time).user();
        Instant before = time.instant();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        Duration lifetime = Duration.between(before, Instant.parse(started.path("expiresAt")));
        assertFalse(lifetime.compareTo(Duration.ofMinutes(10)) < 0, lifetime.toString());
        assertFalse(
                Instant.parse(started.path("expiresAt")).isAfter(time.instant().plus(Duration.ofMinutes(10))));

        time.advance(Duration.ofMinutes(10));
        var app = new AuthenticatorApp(started.path("secret"), time);
        refused(ada.confirm(started.path("id"), app.code()), ProblemType.ENROLMENT_OVER);
        assertEquals("not_enrolled", ada.status());
    }

    @Test
    void e1_anEnrolmentMayBeFinishedWithin10Minutes() {
        Member ada = Tenant.direct(time).user();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        time.advance(Duration.ofMinutes(9));
        var app = new AuthenticatorApp(started.path("secret"), time);
        ada.confirm(started.path("id"), app.code()).statusCode(200);
    }

    @Test
    void e1_anUnfinishedEnrolmentNeverChangesTheStatus() {
        Member newcomer = Tenant.direct(time).user();
        newcomer.startEnrolment(Map.of()).statusCode(201);
        assertEquals("not_enrolled", newcomer.status());

        Enrolled ada = Tenant.direct(time).user().enrolled();
        String secret = ada.member()
                .startEnrolment(Map.of("code", ada.app().freshCode()))
                .statusCode(201)
                .extract()
                .path("secret");
        ada.member()
                .get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators", hasSize(1))
                .body("authenticators[0].id", is(ada.authenticatorId()));
        refused(ada.member().verify(new AuthenticatorApp(secret, time).code()), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.app().freshCode()).statusCode(200);

        time.advance(Duration.ofMinutes(10));
        assertEquals("not_enrolled", newcomer.status());
        assertEquals("enabled", ada.member().status());
    }

    @Test
    void e1_anEnrolmentCanBeGivenUp() {
        Member ada = Tenant.direct(time).user();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        String path = "/v1/me/enrolments/" + started.path("id");
        ada.call().delete(path).then().statusCode(204);
        assertEquals("enrolment.cancelled", Trail.of(ada).newest().get("type"));
        assertEquals(started.path("id"), Trail.of(ada).newest().get("object"));
        var app = new AuthenticatorApp(started.path("secret"), time);
        refused(ada.confirm(started.path("id"), app.code()), ProblemType.NOT_FOUND);
        refused(ada.call().delete(path).then(), ProblemType.NOT_FOUND);
    }

    @Test
    void x3_anEnrolmentIsNobodyElses() {
        var tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member eve = tenant.user();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        var app = new AuthenticatorApp(started.path("secret"), time);
        refused(eve.confirm(started.path("id"), app.code()), ProblemType.NOT_FOUND);
        refused(eve.call().delete("/v1/me/enrolments/" + started.path("id")).then(), ProblemType.NOT_FOUND);
        ada.confirm(started.path("id"), app.code()).statusCode(200);
    }

    @Test
    void e1_theSecretIsShownOnce() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        String secret = ada.app().secret();
        ada.member().acknowledge(ada.setId()).statusCode(200).body(not(containsString(secret)));
        ada.member().get("/v1/me/second-factor").body(not(containsString(secret)));
        ada.member().get("/v1/me/audit-events").body(not(containsString(secret)));
        ada.member().verify(ada.app().freshCode()).statusCode(200).body(not(containsString(secret)));
    }
}

package dev.lifering.audit;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule X4: no secret in logs, metrics or problem details. */
@QuarkusTest
class SecrecyTest {
    @Inject
    MovableTime time;

    @Test
    void x4_neitherTheWholeLogNorTheMetricsHoldACodeASecretOrAToken() {
        var secrets = new ArrayList<String>();
        List<String> log;
        try (LogCapture capture = LogCapture.ofEverythingOurs()) {
            live(secrets);
            log = capture.lines();
        }
        assertFalse(log.isEmpty(), "the capture reads along");
        for (String secret : secrets) {
            assertEquals(
                    List.of(),
                    log.stream().filter(line -> line.contains(secret)).toList());
        }
        String metrics =
                RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
        assertFalse(metrics.isEmpty());
        secrets.forEach(secret -> assertFalse(metrics.contains(secret), "in the metrics: " + secret));
    }

    @Test
    void x4_problemsDoNotRepeatWhatWasSent() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String secret = ada.code(0);
        for (String body : List.of(
                "{\"code\":\"" + secret + "\",\"method\":\"" + secret + "\"}",
                "{\"code\":[\"" + secret + "\"]}",
                "{\"code\":\"" + secret + "\",\"" + secret + "\":1}",
                "{\"code\":\"" + secret + "\"} " + secret,
                "{\"code\":\"" + secret + "\",\"code\":\"" + secret + "\"}",
                "{\"code\":\"" + secret.repeat(5) + "\"}",
                "{\"code\":\"" + secret + "A\"}",
                "{\"code\":" + secret + "}")) {
            String answer =
                    ada.member().call().body(body).post("/v1/me/verifications").asString();
            assertFalse(answer.contains(secret), answer);
        }
        String token = ada.member().token() + "x";
        String answer = refused(
                        RestAssured.given()
                                .auth()
                                .oauth2(token)
                                .get("/v1/me/second-factor")
                                .then(),
                        401,
                        "unauthenticated")
                .extract()
                .asString();
        assertFalse(answer.contains(token.substring(0, 40)), answer);
    }

    /** All that there is to do, well and badly; what was secret in it is noted. */
    private void live(List<String> secrets) {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("backupCodes", 8));
        Enrolled ada = tenant.user().enrolled();
        Member member = ada.member();
        secrets.add(ada.app().secret());
        secrets.addAll(ada.codes());
        secrets.add(Bearer.service().substring(0, 60));
        secrets.add(member.token().substring(0, 60));
        String totp = ada.app().freshCode();
        secrets.add(totp);
        secrets.add(member.verify(totp).statusCode(200).extract().path("assertion"));
        String wrong = ada.app().wrongCode() + "77";
        secrets.add(wrong);
        refused(member.verify(wrong), 422, "code-rejected");
        refused(member.verify(ada.code(0) + "Z"), 422, "code-malformed");
        refused(member.verify(ada.code(0).repeat(6)), 400, "invalid-request");
        refused(
                member.call()
                        .body("{\"code\":\"" + ada.code(0) + "\",}")
                        .post("/v1/me/verifications")
                        .then(),
                400,
                "malformed-request");
        member.remove(ada.authenticatorId(), ada.app().freshCode()).statusCode(204);
        Response last = null;
        for (String code : ada.codes()) {
            last = member.verify(code).statusCode(200).extract().response();
        }
        String session = last.path("recoverySession");
        secrets.add(session);
        Response started = member.startEnrolment(Map.of("recoverySession", session))
                .extract()
                .response();
        secrets.add(started.path("secret"));
        Response confirmed = member.confirm(
                        started.path("id"),
                        AuthenticatorApp.scanning(started.path("otpauthUri"), time)
                                .code())
                .statusCode(200)
                .extract()
                .response();
        secrets.addAll(confirmed.path("backupCodes.codes"));
        refused(member.startEnrolment(Map.of("recoverySession", session)), 403, "recovery-session-invalid");
        String proof = confirmed.path("backupCodes.codes[0]");
        member.post(
                        "/v1/me/backup-codes/" + confirmed.path("backupCodes.setId") + "/acknowledgement",
                        Map.of("proof", proof))
                .statusCode(200);
        member.call()
                .body(Map.of("code", proof))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
    }
}

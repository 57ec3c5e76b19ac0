package dev.lifering.http;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Enrolled;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule X5 at the real endpoints. */
@QuarkusTest
class StrictEndpointsTest {
    private static final String VERIFICATIONS = "/v1/me/verifications";

    @Inject
    MovableTime time;

    private LogCapture errors;

    @BeforeEach
    void listen() {
        errors = LogCapture.ofErrors();
    }

    @AfterEach
    void badInputNeverLogsAnError() {
        errors.close();
        assertEquals(List.of(), errors.lines());
    }

    @Test
    void x5_whatIsNotExactlyTheJsonOfTheCallIsRefused() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String code = ada.code(0);
        for (String body : List.of(
                "{\"code\":\"" + code + "\",\"colour\":\"red\"}",
                "{\"code\":\"" + code + "\",\"Code\":\"" + code + "\"}",
                "{\"code\":\"" + code + "\",\"code\":\"" + code + "\"}",
                "{\"code\":\"" + code + "\"} {}",
                "{\"code\":\"" + code + "\"}x",
                "{\"code\":\"" + code + "\",}",
                "{'code':'" + code + "'}",
                "{\"code\":123456}",
                "{\"code\":[\"" + code + "\"]}",
                "{\"code\":{\"code\":\"" + code + "\"}}",
                "{\"code\":\"" + code + "\",\"method\":1}",
                "{\"code\":\"" + code + "\",\"method\":\"BACKUP_CODE\"}",
                "[{\"code\":\"" + code + "\"}]",
                "\"" + code + "\"",
                "null",
                "",
                "{",
                "[".repeat(1000))) {
            refused(post(ada.member(), body), 400, "malformed-request");
        }
        ada.member().verify(code).statusCode(200);
    }

    @Test
    void x5_aBodyThatIsNoUtf8IsRefused() {
        Member ada = Tenant.direct(time).user();
        byte[] latin = "{\"code\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
        refused(
                call(ada)
                        .contentType("application/json")
                        .body(latin)
                        .post(VERIFICATIONS)
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    void x5_otherMediaTypesMethodsAndAddressesAreRefusedAsProblems() {
        Member ada = Tenant.direct(time).user();
        refused(
                call(ada)
                        .contentType("text/plain")
                        .body("123456")
                        .post(VERIFICATIONS)
                        .then(),
                415,
                "unsupported-media-type");
        refused(
                call(ada)
                        .contentType("application/xml")
                        .body("<code/>")
                        .post(VERIFICATIONS)
                        .then(),
                415,
                "unsupported-media-type");
        refused(call(ada).accept("application/xml").get("/v1/me/second-factor").then(), 406, "not-acceptable");
        refused(call(ada).put(VERIFICATIONS).then(), 405, "method-not-allowed").header("Allow", containsString("POST"));
        refused(call(ada).get("/v1/me/backup-codes").then(), 405, "method-not-allowed");
        refused(call(ada).put("/v1/me/enrolments/" + UUID.randomUUID()).then(), 405, "method-not-allowed")
                .header("Allow", is("DELETE"));
        refused(call(ada).patch("/v1/accounts/a/users/b").then(), 405, "method-not-allowed")
                .header("Allow", is("DELETE, GET, PUT"));
        refused(call(ada).get("/v1/me/nothing-here").then(), 404, "not-found");
        refused(call(ada).get("/v2/me/second-factor").then(), 404, "not-found");
        refused(RestAssured.get("/v1/me/second-factor").then(), 401, "unauthenticated");
    }

    @Test
    void x5_aBodyThatIsTooLargeIsRefused() {
        Member ada = Tenant.direct(time).user();
        refused(post(ada, "{\"code\":\"" + "1".repeat(70_000) + "\"}"), 413, "too-large");
        refused(post(ada, " ".repeat(70_000) + "{\"code\":\"123456\"}"), 413, "too-large");
    }

    @Test
    void x5_everyAnswerCarriesTheSecurityHeaders() {
        Member ada = Tenant.direct(time).user();
        for (ValidatableResponse answer : List.of(
                ada.get("/v1/me/second-factor").statusCode(200),
                ada.startEnrolment(Map.of()).statusCode(201),
                call(ada).delete("/v1/me/enrolments/no-uuid").then().statusCode(404),
                post(ada, "{").statusCode(400),
                call(ada).put(VERIFICATIONS).then().statusCode(405),
                call(ada).get("/v1/nothing").then().statusCode(404),
                RestAssured.get("/v1/me/second-factor").then().statusCode(401))) {
            answer.header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Cache-Control", "no-store");
        }
    }

    private static RequestSpecification call(Member member) {
        return RestAssured.given().auth().oauth2(member.token());
    }

    private static ValidatableResponse post(Member member, String body) {
        return call(member)
                .contentType("application/json")
                .body(body)
                .post(VERIFICATIONS)
                .then();
    }
}

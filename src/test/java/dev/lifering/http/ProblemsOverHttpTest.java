package dev.lifering.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsOverHttpTest {

    static ValidatableResponse expectProblem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .header("X-Request-Id", notNullValue())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body("type", equalTo("urn:lifering:problem:" + slug))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", notNullValue());
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "wrapped, 409, mandatory",
        "unknown, 500, internal-error",
        "constraint, 500, internal-error",
        "connection, 503, unavailable",
        "pool, 503, unavailable",
        "forbidden, 403, forbidden",
        "400, 400, malformed-request",
        "401, 401, unauthenticated",
        "403, 403, forbidden",
        "404, 404, not-found",
        "406, 406, not-acceptable",
        "413, 413, too-large",
        "415, 415, unsupported-media-type",
        "teapot, 400, malformed-request",
        "500, 500, internal-error",
        "502, 500, internal-error",
        "503, 503, unavailable"
    })
    void everyFailureIsAProblem(String how, int status, String slug) {
        expectProblem(given().get("/v1/probe/fail/" + how).then(), status, slug)
                .body("$", not(containsString("cause")));
    }

    @Test
    void membersAndRetryAfterTravel() {
        expectProblem(given().get("/v1/probe/fail/problem").then(), 429, "locked")
                .header("Retry-After", "30")
                .body("retryAfter", equalTo(30));
        given().get("/v1/probe/fail/pool").then().header("Retry-After", "2");
    }

    @Test
    void brokenResultIsOurs() {
        expectProblem(given().get("/v1/probe/result").then(), 500, "internal-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/v1/nothing", "/v1/probe/nothing/here", "/q/nothing", "/v1/accounts//"})
    void unknownAddresses(String path) {
        expectProblem(given().get(path).then(), 404, "not-found");
        expectProblem(given().accept("text/html").get(path).then(), 404, "not-found");
    }

    @Test
    void methodNotAllowedNamesTheOthers() {
        expectProblem(given().delete("/v1/probe").then(), 405, "method-not-allowed")
                .header("Allow", matchesPattern(".*GET.*"));
        expectProblem(given().request("FOO", "/v1/probe").then(), 405, "method-not-allowed");
    }

    @Test
    void mediaTypes() {
        expectProblem(given().accept("image/png").get("/v1/probe").then(), 406, "not-acceptable");
        expectProblem(
                given().contentType("text/plain").body("x").post("/v1/probe").then(), 415, "unsupported-media-type");
        expectProblem(
                given().contentType("text/plain")
                        .body("x")
                        .post("/v1/probe/lines")
                        .then(),
                415,
                "unsupported-media-type");
        given().header("Accept", "application/json;q=abc, */*")
                .get("/v1/probe")
                .then()
                .statusCode(not(500));
        expectProblem(
                given().header("Content-Type", "nonsense")
                        .body(new byte[] {'x'})
                        .post("/v1/probe")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void tokens() {
        expectProblem(given().get("/v1/probe/admin").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
        expectProblem(
                        given().header("Authorization", "Bearer abc")
                                .get("/v1/probe/admin")
                                .then(),
                        401,
                        "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
        expectProblem(
                given().header("Authorization", "Basic YTpi")
                        .get("/v1/probe/admin")
                        .then(),
                401,
                "unauthenticated");
        expectProblem(given().get("/v1/probe/denied").then(), 401, "unauthenticated");
        given().header("Authorization", "Bearer abc").get("/v1/probe").then().statusCode(200);
    }

    @Test
    void violationsNameTheField() {
        expectProblem(
                        json().body("{\"text\":\"a\\u0000b\",\"items\":[{\"name\":\"ok\"},{\"name\":\"too long\"}]}")
                                .post("/v1/probe")
                                .then(),
                        400,
                        "invalid-request")
                .body("violations.field", equalTo(List.of("items[1].name", "text")));
        expectProblem(json().body("{}").post("/v1/probe/code").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo("code"));
        expectProblem(given().get("/v1/probe/accounts/a*b").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo("accountId"));
        expectProblem(given().queryParam("limit", 500).get("/v1/probe/query").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo("limit"));
        expectProblem(given().queryParam("cursor", "!!").get("/v1/probe/query").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo("cursor"));
    }

    @ParameterizedTest
    @CsvSource({"limit,x", "limit,99999999999", "max,1.5", "colour,LIGHT_BLUE", "colour,green"})
    void queryParametersThatDoNotFit(String name, String value) {
        expectProblem(given().queryParam(name, value).get("/v1/probe/query").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo(name));
    }

    @Test
    void queryParametersThatFit() {
        given().queryParam("colour", "light_blue")
                .queryParam("max", 3)
                .get("/v1/probe/query")
                .then()
                .statusCode(200)
                .body("colour", equalTo("LIGHT_BLUE"))
                .body("max", equalTo("3"))
                .body("limit", equalTo("50"));
    }

    @Test
    void wrongIdInPathNamesNothing() {
        expectProblem(given().get("/v1/probe/ids/17").then(), 404, "not-found");
    }

    @Test
    void requestIdsGoThrough() {
        given().header("X-Request-Id", "abc.1_2-3")
                .get("/v1/probe")
                .then()
                .header("X-Request-Id", "abc.1_2-3")
                .header("Cache-Control", "no-store")
                .body("requestId", equalTo("abc.1_2-3"))
                .body("clientAddress", equalTo("127.0.0.1"));
        given().header("X-Request-Id", "abc.1")
                .get("/nothing")
                .then()
                .header("X-Request-Id", "abc.1")
                .body("requestId", equalTo("abc.1"));
        given().header("X-Request-Id", "a b<>")
                .get("/v1/probe")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "a".repeat(65))
                .get("/v1/probe")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void headersComeOnce() {
        for (String path :
                new String[] {"/v1/probe", "/v1/probe/fail/404", "/v1/nothing", "/problems/locked", "/q/health"}) {
            Headers headers = given().get(path).headers();
            for (String name : new String[] {
                "X-Request-Id", "X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy", "Cache-Control"
            }) {
                assertTrue(headers.getValues(name).size() <= 1, path + " " + headers);
            }
        }
    }

    @Test
    void operationalAddressesStillWork() {
        for (String path : new String[] {"/q/health", "/q/health/live", "/q/metrics", "/q/openapi", "/q/swagger-ui/"}) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "frame-ancestors 'none'");
        }
    }

    @Test
    void largeBodies() {
        String large = "{\"text\":\"" + "x".repeat(70_000) + "\"}";
        expectProblem(json().body(large).post("/v1/probe").then(), 413, "too-large");
        expectProblem(json().body(large).post("/nothing").then(), 413, "too-large");
        given().contentType("application/x-ndjson")
                .body(large.getBytes(StandardCharsets.UTF_8))
                .post("/v1/probe/lines")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(large.length()));
    }
}

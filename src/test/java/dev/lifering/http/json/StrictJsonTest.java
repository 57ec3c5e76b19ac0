package dev.lifering.http.json;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrictJsonTest {

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/probe" + path)
                .then();
    }

    private static ValidatableResponse refused(String path, String body) {
        return post(path, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lifering:problem:malformed-request"))
                .body("detail", not(containsString("735591")))
                .body("detail", not(containsString("refuse-me")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":735591}|The field text must be a string.",
                "{\"text\":true}|The field text must be a string.",
                "{\"text\":7355.91}|The field text must be a string.",
                "{\"text\":{}}|The field text must be a string.",
                "{\"text\":[]}|The field text must be a string.",
                "{\"text\":[\"735591\"]}|The field text must be a string.",
                "{\"number\":\"735591\"}|The field number must be a whole number.",
                "{\"number\":\"\"}|The field number must be a whole number.",
                "{\"number\":1.0}|The field number must be a whole number.",
                "{\"number\":1.5}|The field number must be a whole number.",
                "{\"number\":true}|The field number must be a whole number.",
                "{\"number\":73559173559173}|A number in the JSON is out of range.",
                "{\"flag\":1}|The field flag must be true or false.",
                "{\"flag\":\"true\"}|The field flag must be true or false.",
                "{\"flag\":\"\"}|The field flag must be true or false.",
                "{\"colour\":\"green735591\"}|The field colour must be one of light_blue, red.",
                "{\"colour\":\"RED\"}|The field colour must be one of light_blue, red.",
                "{\"colour\":\"\"}|The field colour must be one of light_blue, red.",
                "{\"colour\":0}|The field colour must be one of light_blue, red.",
                "{\"at\":735591}|The field at must be an RFC 3339 instant such as 2026-01-31T08:00:00Z.",
                "{\"at\":\"\"}|The field at must be an RFC 3339 instant such as 2026-01-31T08:00:00Z.",
                "{\"at\":\"735591\"}|The field at must be an RFC 3339 instant such as 2026-01-31T08:00:00Z.",
                "{\"span\":735591}|The field span must be an ISO 8601 duration such as PT1H.",
                "{\"span\":\"735591\"}|The field span must be an ISO 8601 duration such as PT1H.",
                "{\"id\":\"735591\"}|The field id must be a UUID.",
                "{\"id\":\"1-1-1-1-1\"}|The field id must be a UUID.",
                "{\"items\":{}}|The field items must be an array.",
                "{\"items\":\"\"}|The field items must be an array.",
                "{\"items\":[{\"name\":735591}]}|The field items[0].name must be a string.",
                "{\"items\":[{\"nome\":\"735591\"}]}|The field items[0].nome is not known here.",
                "{\"items\":[\"735591\"]}|The field items[0] must be an object.",
                "{\"other\":1}|The field other is not known here.",
                "{\"735591\":1}|The JSON has a field that is not known here.",
                "{\"number\":1,\"number\":1}|The JSON has a field twice.",
                "{} {}|There is text after the end of the JSON.",
                "{}x|The body is not well-formed JSON: line 1, column 3.",
                "[]|The body must be an object.",
                "\"735591\"|The body must be an object.",
                "735591|The body must be an object.",
                "true|The body must be an object.",
                "null|The call needs a JSON body.",
            })
    void refusesWhatIsNotExact(String body, String detail) {
        refused("", body).body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\":",
                "{text:1}",
                "{'text':'a'}",
                "/* */{}",
                "{\"number\":NaN}",
                "{,}",
                "735591",
                "   ",
                "\uFEFFx",
                "{\"text\":\"a\nb\"}",
                "{\"number\":01}"
            })
    void refusesWhatIsNotJson(String body) {
        refused("", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"735591\"",
                "735591",
                "[\"735591\"]",
                "[]",
                "\"\"",
                "{\"code\":735591}",
                "{\"code\":\"refuse-me\"}",
                "{\"code\":{\"code\":\"735591\"}}"
            })
    void refusesScalarsForRecordsOfOneField(String body) {
        refused("/code", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":null,\"flag\":true}",
                "{\"number\":\"1\",\"flag\":true}",
                "{\"number\":1,\"flag\":0}",
                "{\"number\":1.2,\"flag\":true}",
                "{\"number\":\"\",\"flag\":true}",
                "{\"number\":1,\"flag\":\"\"}"
            })
    void refusesCoercionIntoPrimitives(String body) {
        refused("/primitive", body);
    }

    @Test
    void refusesDepthAndLength() {
        refused("", "[".repeat(40) + "]".repeat(40));
        refused("", "{\"other\":" + "[".repeat(40) + "]".repeat(40) + "}");
        refused("", "{\"number\":" + "1".repeat(2000) + "}");
    }

    @Test
    void bodyMayBeLeftOutOnlyWhereItIsOptional() throws Exception {
        assertEquals("200 {\"present\":false}", postNothing("/v1/probe/optional"));
        assertTrue(
                postNothing("/v1/probe/code").startsWith("400 {\"type\":\"urn:lifering:problem:malformed-request\""));
        given().contentType("application/json")
                .post("/v1/probe/optional")
                .then()
                .statusCode(200)
                .body("present", equalTo(false));
        post("/optional", "{\"code\":\"1\"}").statusCode(200).body("present", equalTo(true));
        refused("/optional", "{\"kode\":\"1\"}");
        for (String type : new String[] {"application/json", "application/json; charset=utf-8"}) {
            given().contentType(type)
                    .post("/v1/probe/code")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:lifering:problem:malformed-request"))
                    .body("detail", equalTo("The call needs a JSON body."));
        }
    }

    /** A POST with neither body nor Content-Type, which the other client cannot send. */
    private static String postNothing(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void writesOneWay() {
        String body = "{\"text\":\"Zoë \\uD83D\\uDE80\",\"number\":0,\"flag\":false,\"colour\":\"light_blue\","
                + "\"at\":\"2026-01-31T08:00:00Z\",\"span\":\"PT72H\",\"id\":\"0190b3a6-7c1e-7000-8000-000000000001\"}";
        String answer = post("", body).statusCode(200).extract().asString();
        assertEquals(body.replace("\\uD83D\\uDE80", "\uD83D\uDE80"), answer);
        post("", "{\"text\":null}").statusCode(200).body(equalTo("{}"));
        post("", "{\"text\":\"\\ud800\"}").statusCode(400).body("violations[0].field", equalTo("text"));
    }
}

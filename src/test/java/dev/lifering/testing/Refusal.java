package dev.lifering.testing;

import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.problem.ProblemType;
import io.restassured.response.ValidatableResponse;

/** Checks that an answer is a refusal, as the whole problem document that it has to be (RFC 9457). */
public final class Refusal {
    private Refusal() {}

    /** The answer, for looking at further members. */
    public static ValidatableResponse refused(ValidatableResponse answer, ProblemType type) {
        refused(answer, type.status(), type.slug());
        assertEquals(type.title(), document(answer).path("title").asText());
        return answer;
    }

    /** The same by the status and the name, as callers of the API see them. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status)
                .header("Content-Type", startsWith("application/problem+json"))
                .header("Cache-Control", "no-store");
        JsonNode document = document(answer);
        assertEquals("urn:lifering:problem:" + slug, document.path("type").asText());
        assertEquals(status, document.path("status").intValue());
        assertFalse(document.path("title").asText().isBlank(), document::toString);
        assertFalse(document.path("detail").asText().isBlank(), document::toString);
        assertEquals(
                answer.extract().header("X-Request-Id"),
                document.path("requestId").textValue());
        return answer;
    }

    private static JsonNode document(ValidatableResponse answer) {
        return Calls.json(answer.extract().asString());
    }
}

package dev.lifering.testing;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.lifering.problem.ProblemType;
import io.restassured.response.ValidatableResponse;

/** Checks that an answer is a refusal, as the whole problem document that it has to be (RFC 9457). */
public final class Refusal {
    private Refusal() {}

    /** The answer, for looking at further members. */
    public static ValidatableResponse refused(ValidatableResponse answer, ProblemType type) {
        return refused(answer, type.status(), type.slug()).body("title", is(type.title()));
    }

    /** The same by the status and the name, as callers of the API see them. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
        String requestId = answer.extract().header("X-Request-Id");
        return answer.statusCode(status)
                .header("Content-Type", startsWith("application/problem+json"))
                .header("Cache-Control", "no-store")
                .body("type", is("urn:lifering:problem:" + slug))
                .body("status", is(status))
                .body("title", is(not(blankOrNullString())))
                .body("detail", is(not(blankOrNullString())))
                .body("requestId", is(requestId));
    }
}

package dev.lifering.testing;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.lifering.problem.ProblemType;
import io.restassured.response.ValidatableResponse;

/** What every refusal looks like (RFC 9457). */
public final class Refused {
    private Refused() {}

    /** Checks that the answer is this refusal, and gives it back for a look at its other members. */
    public static ValidatableResponse refused(ValidatableResponse answer, ProblemType type) {
        return answer.statusCode(type.status())
                .contentType("application/problem+json")
                .body("type", is(type.urn()))
                .body("title", is(type.title()))
                .body("status", is(type.status()))
                .body("detail", notNullValue());
    }
}

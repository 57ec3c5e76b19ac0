package dev.lifering.supportcase;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Member;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** An agent of Support, in a test. */
record Agent(String id) {
    static final String CASES = "/v1/support/cases";

    static Agent another() {
        return new Agent("agent-" + UUID.randomUUID());
    }

    String token() {
        return Bearer.of(id, "support").token();
    }

    ValidatableResponse open(Member user) {
        return open(user.tenant().id(), user.id());
    }

    ValidatableResponse open(String account, String user) {
        return call().body(Map.of("accountId", account, "userId", user, "reason", "Lost phone, called in"))
                .post(CASES)
                .then();
    }

    /** The id of a case that is open now. */
    String opened(Member user) {
        return open(user).statusCode(201).extract().path("id");
    }

    ValidatableResponse check(String id, String method, boolean passed) {
        return call().body(Map.of("method", method, "evidence", "Call 4711", "passed", passed))
                .post(CASES + "/" + id + "/identity-checks")
                .then();
    }

    /** The id of a case that is open now, with two checks that have passed. */
    String openedAndChecked(Member user) {
        String id = opened(user);
        check(id, "video_call", true).statusCode(201);
        check(id, "callback", true).statusCode(201);
        return id;
    }

    ValidatableResponse approve(String id) {
        return call().post(CASES + "/" + id + "/approval").then();
    }

    ValidatableResponse cancel(String id) {
        return call().body(Map.of("reason", "The caller hung up"))
                .post(CASES + "/" + id + "/cancellation")
                .then();
    }

    ValidatableResponse get(String id) {
        return call().get(CASES + "/" + id).then();
    }

    String state(String id) {
        return get(id).statusCode(200).extract().path("state");
    }

    RequestSpecification call() {
        return RestAssured.given().auth().oauth2(token()).contentType(ContentType.JSON);
    }
}

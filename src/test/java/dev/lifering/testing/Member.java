package dev.lifering.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user of the platform, in a test: calls the API with his own token and can enrol. */
public final class Member {
    private final String id;
    private final Tenant tenant;
    private final MovableTime time;
    private final String[] roles;
    private @Nullable String token;

    Member(String id, Tenant tenant, MovableTime time, String... roles) {
        this.id = id;
        this.tenant = tenant;
        this.time = time;
        this.roles = roles;
    }

    public String id() {
        return id;
    }

    /** The address that the directory knows. */
    public String email() {
        return id + "@" + tenant.id() + ".example";
    }

    public Tenant tenant() {
        return tenant;
    }

    /** Valid for an hour, which is longer than any test; signing takes time, so it is done once. */
    public String token() {
        String signed = token;
        if (signed == null) {
            signed = Bearer.of(id, roles).account(tenant.id()).token();
            token = signed;
        }
        return signed;
    }

    /** A request with this user's token and a JSON body, still to be sent. */
    public RequestSpecification call() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    public ValidatableResponse post(String path, Object body) {
        return call().body(body).post(path).then();
    }

    public ValidatableResponse get(String path) {
        return call().get(path).then();
    }

    /** The status of the second factor: not_enrolled, enabled or backup_codes_only. */
    public String status() {
        return Calls.get(token(), "/v1/me/second-factor").path("status").asText();
    }

    /** Starts an enrolment with this body; the answer is not looked at. */
    public ValidatableResponse startEnrolment(Map<String, ?> body) {
        return post("/v1/me/enrolments", body);
    }

    /** Confirms an enrolment with this code; the answer is not looked at. */
    public ValidatableResponse confirm(String enrolmentId, String code) {
        return post("/v1/me/enrolments/" + enrolmentId + "/confirmation", Map.of("code", code));
    }

    public ValidatableResponse acknowledge(String setId) {
        return post(acknowledgementOf(setId), Map.of());
    }

    private static String acknowledgementOf(String setId) {
        return "/v1/me/backup-codes/" + setId + "/acknowledgement";
    }

    /** A service checks a code for this user. */
    public Response verifiedByService(Map<String, ?> body) {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/users/" + id + "/verifications");
    }

    public ValidatableResponse verify(String code) {
        return verifiedByService(Map.of("code", code)).then();
    }

    /** The user checks a code himself. */
    public ValidatableResponse verifyOwn(String code) {
        return post("/v1/me/verifications", Map.of("code", code));
    }

    /** Removes an authenticator, which costs this code. */
    public ValidatableResponse remove(String authenticatorId, String code) {
        return call().body(Map.of("code", code))
                .delete("/v1/me/authenticators/" + authenticatorId)
                .then();
    }

    /** Starts and confirms the first enrolment; the backup codes are not acknowledged yet. */
    public Enrolled confirmed() {
        JsonNode started = Calls.send(201, "POST", token(), "/v1/me/enrolments", Map.of());
        var app = AuthenticatorApp.scanning(started.path("otpauthUri").asText(), time);
        String path = "/v1/me/enrolments/" + started.path("id").asText() + "/confirmation";
        JsonNode confirmed = Calls.send(200, "POST", token(), path, Map.of("code", app.code()));
        JsonNode set = confirmed.path("backupCodes");
        List<String> codes =
                set.path("codes").valueStream().map(JsonNode::asText).toList();
        String authenticatorId = confirmed.at("/authenticator/id").asText();
        return new Enrolled(this, app, authenticatorId, set.path("setId").asText(), codes);
    }

    /** Goes the whole way: 2FA is enabled with one authenticator and a full set of backup codes. */
    public Enrolled enrolled() {
        Enrolled enrolled = confirmed();
        Calls.send(200, "POST", token(), acknowledgementOf(enrolled.setId()), Map.of());
        return enrolled;
    }
}

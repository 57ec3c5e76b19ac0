package dev.lifering.selfservice;

import dev.lifering.testing.Enrolled;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every change to a second factor that rule E5 protects. */
enum Change {
    START_ENROLMENT(201, Map.of("label", "Tablet")) {
        @Override
        ValidatableResponse send(RequestSpecification request, Enrolled user) {
            return request.post("/v1/me/enrolments").then();
        }
    },
    RENAME_AUTHENTICATOR(200, Map.of("label", "New name")) {
        @Override
        ValidatableResponse send(RequestSpecification request, Enrolled user) {
            return request.patch("/v1/me/authenticators/" + user.authenticatorId())
                    .then();
        }
    },
    REMOVE_AUTHENTICATOR(204, Map.of()) {
        @Override
        ValidatableResponse send(RequestSpecification request, Enrolled user) {
            return request.delete("/v1/me/authenticators/" + user.authenticatorId())
                    .then();
        }
    },
    RENEW_BACKUP_CODES(201, Map.of()) {
        @Override
        ValidatableResponse send(RequestSpecification request, Enrolled user) {
            return request.post("/v1/me/backup-codes").then();
        }
    },
    SWITCH_OFF(204, Map.of()) {
        @Override
        ValidatableResponse send(RequestSpecification request, Enrolled user) {
            return request.delete("/v1/me/second-factor").then();
        }
    };

    private final int success;
    private final Map<String, String> body;

    Change(int success, Map<String, String> body) {
        this.success = success;
        this.body = body;
    }

    abstract ValidatableResponse send(RequestSpecification request, Enrolled user);

    /** The change as the user asks for it, with this code or none. */
    ValidatableResponse by(Enrolled user, @Nullable String code) {
        var members = new LinkedHashMap<String, Object>(body);
        if (code != null) {
            members.put("code", code);
        }
        return send(user.member().call().body(members), user);
    }

    /** The status that says it was done. */
    int success() {
        return success;
    }
}

package dev.lifering.selfservice;

import static org.hamcrest.Matchers.equalTo;

import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Renaming an authenticator with a code of that very authenticator. */
@QuarkusTest
class RenamingTest {
    @Inject
    MovableTime time;

    @Test
    void v2_codeThatPaidForARenameIsBurnt() {
        var e = Tenant.direct(time).user().enrolled();
        String code = e.app().freshCode();
        e.member()
                .call()
                .body(Map.of("label", "work phone", "code", code))
                .patch("/v1/me/authenticators/" + e.authenticatorId())
                .then()
                .statusCode(200)
                .body("label", equalTo("work phone"));

        e.member().verify(code).statusCode(422).body("type", equalTo("urn:lifering:problem:code-rejected"));
        e.member().verify(e.app().freshCode()).statusCode(200);
    }
}

package dev.lifering.recovery;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.OtherSettings;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator can set about recovery. */
@QuarkusTest
@Tag("slow")
@TestProfile(OtherSettings.class)
class RecoverySettingsTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    private Tenant tenant;
    private Member linus;

    @BeforeEach
    void linusIsEnrolled() {
        tenant = Tenant.direct(time);
        linus = tenant.user();
        linus.enrolled();
    }

    @Test
    void anAdministratorsTokenMustSayThatHeUsedASecondFactor() {
        refused(send(bearer()), ProblemType.SECOND_FACTOR_REQUIRED);
        for (Object amr : List.of(List.of("pwd"), "otp", List.of(), 7, List.of(7), List.of("OTP"))) {
            refused(send(bearer().claim("amr", amr)), ProblemType.SECOND_FACTOR_REQUIRED);
        }
        send(bearer().claim("amr", List.of("pwd", "otp"))).statusCode(202);
        send(bearer().claim("amr", List.of("mfa"))).statusCode(202);
    }

    @Test
    void r4_aLinkLivesAsLongAsTheOperatorSaysUpTo24Hours() {
        Map<String, String> link = send(bearer().claim("amr", List.of("mfa")))
                .statusCode(202)
                .extract()
                .path("");
        assertEquals(
                Instant.parse(link.get("createdAt")).plus(Duration.ofHours(24)), Instant.parse(link.get("expiresAt")));
    }

    @Test
    void r5_withoutTheFirstFactorTheTokenAloneRedeemsOnce() {
        send(bearer().claim("amr", List.of("mfa"))).statusCode(202);
        String token = post.of(linus).newest("Your recovery link").token();
        refused(redeem("x".repeat(43)), ProblemType.NOT_FOUND);
        redeem(token).statusCode(201).body("backupCodes.codes", hasSize(10));
        refused(redeem(token), ProblemType.LINK_NOT_LIVE);
        assertEquals("backup_codes_only", linus.status());
    }

    @Test
    void r5_whoIsSignedInStillMustBeTheRightOne() {
        send(bearer().claim("amr", List.of("mfa"))).statusCode(202);
        String token = post.of(linus).newest("Your recovery link").token();
        refused(
                tenant.user().post("/v1/recovery/redemptions", Map.of("token", token)),
                ProblemType.LINK_OF_ANOTHER_USER);
        refused(
                given().auth()
                        .oauth2("not.a.token")
                        .contentType(ContentType.JSON)
                        .body(Map.of("token", token))
                        .post("/v1/recovery/redemptions")
                        .then(),
                ProblemType.UNAUTHENTICATED);
        assertEquals("enabled", linus.status());
    }

    private Bearer bearer() {
        return Bearer.of("admin-of-" + tenant.id(), "user", "admin").account(tenant.id());
    }

    private ValidatableResponse send(Bearer bearer) {
        return given().auth()
                .oauth2(bearer.token())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/accounts/" + tenant.id() + "/users/" + linus.id() + "/recovery-links")
                .then();
    }

    private static ValidatableResponse redeem(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/v1/recovery/redemptions")
                .then();
    }
}

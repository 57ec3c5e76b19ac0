package dev.lifering.recovery.reset;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule R5 and section 3: what became of the user after his link was sent is looked at again when he redeems it. */
@QuarkusTest
class NothingToRecoverTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    private Member linus;
    private Enrolled enrolled;
    private String token;

    @BeforeEach
    void linusHasALink() {
        var tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        linus = tenant.user();
        enrolled = linus.enrolled();
        ada.post("/v1/accounts/" + tenant.id() + "/users/" + linus.id() + "/recovery-links", Map.of())
                .statusCode(202);
        token = post.of(linus).newest("Your recovery link").token();
    }

    @Test
    void section3_whoWasSwitchedOffMeanwhileRedeemsNothing() {
        change("active", false);
        refused(redeemedByService(), ProblemType.USER_INACTIVE);
        change("active", true);
        assertEquals(0, Trail.of(linus).count("recovery_link.redeemed", "success"));
        redeemedByService().statusCode(201);
    }

    @Test
    void section3_whomAnIdentityProviderTookOverMeanwhileRedeemsNothing() {
        change("secondFactorManagedElsewhere", true);
        refused(redeemedByService(), ProblemType.MANAGED_BY_SSO);
        change("secondFactorManagedElsewhere", false);
        redeemedByService().statusCode(201);
    }

    @Test
    void section3_whoSwitched2faOffMeanwhileHasNothingToRecover() {
        linus.call()
                .body(Map.of("code", enrolled.app().freshCode()))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
        refused(redeemedByService(), ProblemType.NOT_ENROLLED);
        assertEquals("not_enrolled", linus.status());
    }

    @Test
    void r5_aTokenWithoutAnyRoleIsNobodysFirstFactor() {
        var roleless = given().auth()
                .oauth2(Bearer.of(linus.id()).account(linus.tenant().id()).token())
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/v1/recovery/redemptions");
        refused(roleless.then(), ProblemType.FORBIDDEN);
        assertEquals("enabled", linus.status());
    }

    private ValidatableResponse redeemedByService() {
        return given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of("token", token, "userId", linus.id()))
                .post("/v1/recovery/redemptions")
                .then();
    }

    private void change(String member, boolean value) {
        given().auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of("email", linus.email(), "displayName", "Linus", member, value))
                .put("/v1/accounts/" + linus.tenant().id() + "/users/" + linus.id())
                .then()
                .statusCode(200);
    }
}

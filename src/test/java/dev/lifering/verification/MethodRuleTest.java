package dev.lifering.verification;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;

import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V1: 6 or 8 digits are a TOTP, anything else is a backup code; the caller may force a method. */
@QuarkusTest
class MethodRuleTest {
    @Inject
    MovableTime time;

    @Test
    void v1_sixDigitsAreATotpHoweverTheyAreSpaced() {
        Enrolled ada = enrolled();
        verify(ada, ada.app().freshCode()).statusCode(200).body("method", is("totp"));
        verify(ada, spaced(ada.app().freshCode(), " ")).statusCode(200).body("method", is("totp"));
        verify(ada, spaced(ada.app().freshCode(), "-")).statusCode(200).body("method", is("totp"));
    }

    @Test
    void v1_eightDigitsAreATotpToo() {
        Enrolled ada = enrolled();
        refused(verify(ada, ada.app().wrongCode() + "00"), 422, "code-rejected").body("attemptsRemaining", is(4));
    }

    @Test
    void v1_anythingElseIsABackupCode() {
        Enrolled ada = enrolled();
        verify(ada, ada.code(0)).statusCode(200).body("method", is("backup_code"));
        verify(ada, ada.code(1).toLowerCase(Locale.ROOT).replace("-", " "))
                .statusCode(200)
                .body("method", is("backup_code"));
        for (String neither : new String[] {"12345", "1234567", "123456789", "12345a", "hello"}) {
            refused(verify(ada, neither), 422, "code-malformed");
        }
    }

    @Test
    void v1_theCallerMayForceAMethod() {
        Enrolled ada = enrolled();
        forced(ada, ada.app().freshCode(), "totp").statusCode(200).body("method", is("totp"));
        forced(ada, ada.code(0), "backup_code").statusCode(200).body("method", is("backup_code"));
        refused(forced(ada, ada.app().freshCode(), "backup_code"), 422, "code-malformed");
        refused(forced(ada, ada.code(1), "totp"), 422, "code-malformed");
        verify(ada, ada.code(1)).statusCode(200);
        verify(ada, ada.app().code()).statusCode(200);
    }

    @Test
    void v1_theUserMayForceAMethodAsWell() {
        Enrolled ada = enrolled();
        String code = ada.app().freshCode();
        refused(
                ada.member().post("/v1/me/verifications", Map.of("code", code, "method", "backup_code")),
                422,
                "code-malformed");
        ada.member()
                .post("/v1/me/verifications", Map.of("code", code, "method", "totp"))
                .statusCode(200)
                .body("method", is("totp"));
    }

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    private static String spaced(String code, String separator) {
        return code.substring(0, 3) + separator + code.substring(3);
    }

    private static ValidatableResponse verify(Enrolled who, String code) {
        return who.member().verify(code);
    }

    private static ValidatableResponse forced(Enrolled who, String code, String method) {
        return who.member()
                .verifiedByService(Map.of("code", code, "method", method))
                .then();
    }
}

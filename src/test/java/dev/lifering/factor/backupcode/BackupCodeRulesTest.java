package dev.lifering.factor.backupcode;

import static dev.lifering.testing.Refusal.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules B1, B3 and B5. */
@QuarkusTest
class BackupCodeRulesTest {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Inject
    MovableTime time;

    private Enrolled enrolled() {
        return Tenant.direct(time).user().enrolled();
    }

    @Test
    void b1_aSetHas10CodesInThreeGroupsOfFive() {
        assertSet(10, enrolled().codes());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void b1_aPolicySaysHowManyCodesASetHas(int count) {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of("backupCodes", count));
        Enrolled ada = tenant.user().enrolled();
        assertSet(count, ada.codes());
        ada.member().get("/v1/me/second-factor").body("backupCodes.remaining", is(count));
        List<String> renewed = ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                .statusCode(201)
                .extract()
                .path("codes");
        assertSet(count, renewed);
    }

    private static void assertSet(int count, List<String> codes) {
        assertEquals(count, new HashSet<>(codes).size());
        assertEquals(
                count, codes.stream().map(code -> code.charAt(0)).distinct().count(), "first symbols");
        for (String code : codes) {
            assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}"), "form");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 17})
    void b1_fewerThan8OrMoreThan16CodesAreRefused(int count) {
        var tenant = Tenant.direct(time);
        refused(
                given().auth()
                        .oauth2(Bearer.of("policy-admin", "admin")
                                .account(tenant.id())
                                .token())
                        .contentType(ContentType.JSON)
                        .body(Map.of("backupCodes", count))
                        .put("/v1/accounts/" + tenant.id() + "/policy")
                        .then(),
                ProblemType.INVALID_REQUEST);
        assertSet(10, tenant.user().enrolled().codes());
    }

    @Test
    void b1_caseSpacesAndHyphensDoNotMatterAndLookalikesAreRead() {
        Enrolled ada = enrolled();
        List<String> typed = List.of(
                ada.code(0).replace("-", ""),
                ada.code(1).toLowerCase(Locale.ROOT),
                ada.code(2).replace('-', ' '),
                " " + ada.code(3).replace("-", " - ") + " ",
                ada.code(4).replace('0', 'O').replace('1', 'I'),
                ada.code(5).replace('0', 'o').replace('1', 'l'));
        for (String code : typed) {
            ada.member().verify(code).statusCode(200).body("method", is("backup_code"));
        }
    }

    @Test
    void b1_aTypingErrorIsAnsweredAsSuchAndCostsNoAttempt() {
        Enrolled ada = enrolled();
        String code = ada.code(0);
        for (int position = 0; position < code.length(); position++) {
            char right = code.charAt(position);
            if (right != '-') {
                char wrong = SYMBOLS.charAt((SYMBOLS.indexOf(right) + 1) % 32);
                refused(
                                ada.member().verify(code.substring(0, position) + wrong + code.substring(position + 1)),
                                ProblemType.CODE_MALFORMED)
                        .body("attemptsRemaining", nullValue());
            }
        }
        refused(ada.member().verify(code.substring(1)), ProblemType.CODE_MALFORMED);
        refused(ada.member().verify(code + "0"), ProblemType.CODE_MALFORMED);
        assertEquals(0, Trail.of(ada.member()).count("verification", "rejected"));
        ada.member().verify(code).statusCode(200);
    }

    @Test
    void b3_aCodeWorksOnce() {
        Enrolled ada = enrolled();
        ada.member().verify(ada.code(0)).statusCode(200).body("authenticator", nullValue());
        refused(ada.member().verify(ada.code(0)), ProblemType.CODE_REJECTED).body("attemptsRemaining", is(4));
        assertEquals("used", Trail.of(ada.member()).newest().get("reason"));
        refused(ada.member().verify(ada.code(0).toLowerCase(Locale.ROOT)), ProblemType.CODE_REJECTED);
        refused(ada.member().post("/v1/me/verifications", Map.of("code", ada.code(0))), ProblemType.CODE_REJECTED);
        refused(ada.member().post("/v1/me/backup-codes", Map.of("code", ada.code(0))), ProblemType.CODE_REJECTED);
        ada.member().verify(ada.code(1)).statusCode(200).body("backupCodesRemaining", is(8));
    }

    @Test
    void b3_aCodeIsItsOwnersOnly() {
        var tenant = Tenant.direct(time);
        Enrolled ada = tenant.user().enrolled();
        Enrolled eve = tenant.user().enrolled();
        refused(eve.member().verify(ada.code(0)), ProblemType.CODE_REJECTED);
        assertEquals("wrong", Trail.of(eve.member()).newest().get("reason"));
        ada.member().verify(ada.code(0)).statusCode(200).body("backupCodesRemaining", is(9));
    }

    @Test
    void b5_everyRedemptionSaysHowManyAreLeftAndWhenThoseAreFew() {
        Enrolled ada = enrolled();
        for (int left = 9; left >= 0; left--) {
            ada.member()
                    .verify(ada.code(left))
                    .statusCode(200)
                    .body("backupCodesRemaining", is(left))
                    .body("lowBackupCodes", is(left <= 3))
                    .body("recoverySession", left == 0 ? notNullValue() : nullValue());
            ada.member()
                    .get("/v1/me/second-factor")
                    .body("backupCodes.remaining", is(left))
                    .body("backupCodes.low", is(left <= 3));
        }
        ada.member()
                .verify(ada.app().freshCode())
                .statusCode(200)
                .body("backupCodesRemaining", is(0))
                .body("lowBackupCodes", is(true));
    }

    @Test
    void b5_aLoginWithTheAuthenticatorSaysItToo() {
        Enrolled ada = enrolled();
        for (String code : ada.codes().subList(0, 6)) {
            ada.member().verify(code).statusCode(200);
        }
        ada.member()
                .verify(ada.app().freshCode())
                .statusCode(200)
                .body("backupCodesRemaining", is(4))
                .body("lowBackupCodes", is(false));
        // A change that a backup code pays for counts like a login.
        ada.member().startEnrolment(Map.of("code", ada.code(6))).statusCode(201);
        ada.member()
                .verify(ada.app().freshCode())
                .statusCode(200)
                .body("backupCodesRemaining", is(3))
                .body("lowBackupCodes", is(true));
    }
}

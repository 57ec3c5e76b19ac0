package dev.lifering.accountpolicy;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule V1: a code of six or eight digits is a TOTP, so a policy asks for no other length. */
@QuarkusTest
class TotpDigitsTest {
    @Inject
    MovableTime time;

    @Test
    void v1_aPolicyOfSevenDigitsIsRefusedAndTheOldOneStays() {
        Member ada = Tenant.direct(time).admin();
        String path = "/v1/accounts/" + ada.tenant().id() + "/policy";
        ada.tenant().policy(Map.of("totpDigits", 8));
        refused(ada.call().body(Map.of("totpDigits", 7)).put(path).then(), ProblemType.INVALID_REQUEST)
                .body("violations[0].field", is("totpDigits"));
        ada.get(path).statusCode(200).body("totpDigits", is(8));
    }
}

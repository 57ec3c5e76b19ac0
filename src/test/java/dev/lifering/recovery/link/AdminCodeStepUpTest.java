package dev.lifering.recovery.link;

import static dev.lifering.testing.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code lifering.recovery.admin-step-up=code}: an administrator proves his own second factor with each link. */
@QuarkusTest
@Tag("slow")
@TestProfile(AdminCodeStepUpTest.Code.class)
class AdminCodeStepUpTest {
    @Inject
    MovableTime time;

    /** The setting under test. */
    public static class Code implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lifering.recovery.admin-step-up", "code");
        }
    }

    @Test
    void anAdministratorSendsHisOwnCurrentCodeWithTheCall() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.admin().enrolled();
        Member linus = tenant.user();
        linus.enrolled();
        refused(send(ada.member(), linus, Map.of()), ProblemType.SECOND_FACTOR_REQUIRED);
        refused(send(ada.member(), linus, Map.of("code", ada.app().wrongCode())), ProblemType.CODE_REJECTED);
        String code = ada.app().freshCode();
        send(ada.member(), linus, Map.of("code", code)).statusCode(202);
        refused(send(ada.member(), linus, Map.of("code", code, "reason", "again")), ProblemType.CODE_REJECTED);
        assertEquals(1, Trail.of(ada.member()).count("verification", "success"));
    }

    @Test
    void aCodeThatWasProvedStaysSpentWhenTheLinkIsRefused() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.admin().enrolled();
        Member linus = tenant.user();
        linus.enrolled();
        for (String reason : new String[] {"one", "two", "three"}) {
            send(ada.member(), linus, Map.of("code", ada.app().freshCode(), "reason", reason))
                    .statusCode(202);
        }
        String code = ada.app().freshCode();
        refused(send(ada.member(), linus, Map.of("code", code, "reason", "four")), ProblemType.TOO_MANY_LINKS);
        refused(send(ada.member(), linus, Map.of("code", code, "reason", "five")), ProblemType.CODE_REJECTED);
    }

    @Test
    void anAdministratorWithoutASecondFactorSetsOneUpFirst() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        Member linus = tenant.user();
        linus.enrolled();
        refused(send(ada, linus, Map.of("code", "123456")), ProblemType.SECOND_FACTOR_REQUIRED);
    }

    @Test
    void whoMayNotSendIsToldSoBeforeACodeIsLookedAt() {
        Tenant tenant = Tenant.direct(time);
        Enrolled ada = tenant.admin().enrolled();
        refused(
                send(ada.member(), ada.member(), Map.of("code", ada.app().wrongCode())),
                ProblemType.CANNOT_RECOVER_YOURSELF);
        assertEquals(0, Trail.of(ada.member()).count("verification", "rejected"));
    }

    private static ValidatableResponse send(Member admin, Member user, Map<String, ?> body) {
        return admin.post("/v1/accounts/" + user.tenant().id() + "/users/" + user.id() + "/recovery-links", body);
    }
}

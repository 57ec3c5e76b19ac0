package dev.lifering.verification;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Tenant;
import dev.lifering.testing.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Single use, when 50 requests want the same thing at once. */
@QuarkusTest
class RacesTest {
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 20;

    @Inject
    MovableTime time;

    private Stampede stampede;

    @BeforeEach
    void open() {
        stampede = new Stampede(AT_ONCE);
    }

    @AfterEach
    void close() {
        stampede.close();
    }

    /** Answers to the same request, sent so many times at once. */
    private List<Integer> race(String token, String path, String body) {
        return stampede.run(Collections.nCopies(AT_ONCE, new Stampede.Post(token, path, body)));
    }

    private static String verifications(Enrolled user) {
        return "/v1/users/" + user.member().id() + "/verifications";
    }

    private static void assertOneWins(List<Integer> answers, Set<Integer> refusals) {
        assertEquals(AT_ONCE, answers.size());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertTrue(answers.stream().allMatch(status -> status == 200 || refusals.contains(status)), answers.toString());
    }

    @RepeatedTest(ROUNDS)
    void b3_of50SpendsOfOneBackupCodeOneSucceeds() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        List<Integer> answers = race(Bearer.service(), verifications(ada), "{\"code\":\"" + ada.code(0) + "\"}");
        assertOneWins(answers, Set.of(422, 429));
        ada.member().get("/v1/me/second-factor").body("backupCodes.remaining", is(9));
        assertRecorded(ada, answers);
    }

    @RepeatedTest(ROUNDS)
    void v2_of50UsesOfOneTotpOneSucceeds() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        List<Integer> answers = race(
                Bearer.service(), verifications(ada), "{\"code\":\"" + ada.app().freshCode() + "\"}");
        assertOneWins(answers, Set.of(422, 429));
        assertRecorded(ada, answers);
    }

    /** Whoever lost was counted: the first five are told that the code is wrong, the others that it is locked. */
    private static void assertRecorded(Enrolled user, List<Integer> answers) {
        int rejected = Collections.frequency(answers, 422);
        assertTrue(rejected >= 5, answers.toString());
        Trail trail = Trail.of(user.member());
        assertEquals(1, trail.count("verification", "success"));
        assertEquals(rejected, trail.count("verification", "rejected"));
        assertEquals(Collections.frequency(answers, 429), trail.count("verification", "locked"));
        assertEquals(rejected - 4, trail.count("lockout", "success"));
    }

    @RepeatedTest(ROUNDS)
    void e3_of50AcknowledgementsOfOneSetOneSucceeds() {
        Enrolled ada = Tenant.direct(time).user().confirmed();
        String path = "/v1/me/backup-codes/" + ada.setId() + "/acknowledgement";
        assertOneWins(race(ada.member().token(), path, "{}"), Set.of(409));
        ada.member().get("/v1/me/second-factor").body("status", is("enabled")).body("authenticators", hasSize(1));
        Trail trail = Trail.of(ada.member());
        assertEquals(1, trail.count("backup_codes.acknowledged", "success"));
        assertEquals(1, trail.count("authenticator.added", "success"));
        assertEquals(1, trail.count("second_factor.enabled", "success"));
    }

    @Test
    void e2_of50ConfirmationsOfOneEnrolmentOneSucceeds() {
        Member ada = Tenant.direct(time).user();
        time.toNextStep();
        Response started = ada.startEnrolment(Map.of()).extract().response();
        var app = new AuthenticatorApp(started.path("secret"), time);
        String path = "/v1/me/enrolments/" + started.path("id") + "/confirmation";
        assertOneWins(race(ada.token(), path, "{\"code\":\"" + app.code() + "\"}"), Set.of(409));
        assertEquals(1, Trail.of(ada).count("backup_codes.issued", "success"));
    }

    @RepeatedTest(5)
    void e5_ofEnrolmentsConfirmedAtOnceOnlyTheAcknowledgedOneCounts() {
        Member ada = Tenant.direct(time).user();
        time.toNextStep();
        List<Response> started = IntStream.range(0, 4)
                .mapToObj(each -> ada.startEnrolment(Map.of()).extract().response())
                .toList();
        List<AuthenticatorApp> apps = started.stream()
                .map(each -> new AuthenticatorApp(each.path("secret"), time))
                .toList();
        List<Stampede.Answer> confirmed = stampede.answers(IntStream.range(0, 4)
                .mapToObj(each -> new Stampede.Post(
                        ada.token(),
                        "/v1/me/enrolments/" + started.get(each).path("id") + "/confirmation",
                        "{\"code\":\"" + apps.get(each).code() + "\"}"))
                .toList());
        assertTrue(confirmed.stream().allMatch(answer -> answer.status() == 200), confirmed.toString());
        List<Integer> acknowledged = stampede.run(confirmed.stream()
                .map(answer -> new Stampede.Post(
                        ada.token(),
                        "/v1/me/backup-codes/" + answer.json().get("backupCodes.setId") + "/acknowledgement",
                        "{}"))
                .toList());
        assertEquals(1, Collections.frequency(acknowledged, 200), acknowledged.toString());
        assertEquals(3, Collections.frequency(acknowledged, 409), acknowledged.toString());

        int winner = acknowledged.indexOf(200);
        ada.get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators.id", is(List.of(started.get(winner).<String>path("id"))));
        time.toNextStep();
        for (int each = 0; each < 4; each++) {
            ada.verify(apps.get(each).code()).statusCode(each == winner ? 200 : 422);
        }
    }

    @RepeatedTest(5)
    void b5_codesSpentAtOnceAreAllCounted() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        List<Stampede.Answer> answers = stampede.answers(ada.codes().stream()
                .map(code -> new Stampede.Post(Bearer.service(), verifications(ada), "{\"code\":\"" + code + "\"}"))
                .toList());
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers.toString());
        List<Integer> left = answers.stream()
                .map(answer -> answer.json().getInt("backupCodesRemaining"))
                .sorted()
                .toList();
        assertEquals(IntStream.range(0, 10).boxed().toList(), left);
    }
}

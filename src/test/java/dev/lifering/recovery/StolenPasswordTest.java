package dev.lifering.recovery;

import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules E5 and R7: a stolen password, which is a token of the first factor only, changes nothing in any state. */
@QuarkusTest
class StolenPasswordTest {
    private static final List<String> REFUSALS = List.of(
            "urn:lifering:problem:second-factor-required",
            "urn:lifering:problem:recovery-session-invalid",
            "urn:lifering:problem:code-rejected",
            "urn:lifering:problem:locked");

    @Inject
    MovableTime time;

    @Inject
    Database database;

    Mailbox.Post post;

    @Test
    void e5_aStolenPasswordAloneBindsNothingRenewsNothingAndSwitchesNothingOffInAnyState() {
        states().forEach((state, bring) -> {
            Enrolled victim = Tenant.direct(time).user().enrolled();
            bring.accept(victim);
            List<?> before = belongings(victim.member());
            attempts(victim)
                    .forEach((attempt, act) -> act.apply(victim.member())
                            .statusCode(oneOf(403, 422, 429))
                            .body("type", oneOf(REFUSALS.toArray())));
            assertEquals(before, belongings(victim.member()), "after attempts in state: " + state);
        });
    }

    private Map<String, Consumer<Enrolled>> states() {
        var states = new LinkedHashMap<String, Consumer<Enrolled>>();
        states.put("enabled", victim -> {});
        states.put(
                "backup codes only",
                victim -> victim.member()
                        .remove(victim.authenticatorId(), victim.app().freshCode())
                        .statusCode(204));
        states.put("locked", victim -> fail(victim, 5));
        states.put("blocked", victim -> {
            fail(victim, 5);
            database.update(
                    "update second_factor set failed_attempts = 100 where user_id = ?",
                    victim.member().id());
        });
        states.put("reset, neither acknowledged nor enrolled", this::reset);
        states.put(
                "reset and acknowledged",
                victim -> victim.member().acknowledge(reset(victim)).statusCode(200));
        states.put(
                "all backup codes spent",
                victim -> victim.codes()
                        .forEach(code -> victim.member().verify(code).statusCode(200)));
        return states;
    }

    private static Map<String, Function<Member, ValidatableResponse>> attempts(Enrolled victim) {
        var attempts = new LinkedHashMap<String, Function<Member, ValidatableResponse>>();
        attempts.put("enrol", member -> member.startEnrolment(Map.of()));
        attempts.put("enrol with a guess", member -> member.startEnrolment(Map.of("code", "000000")));
        attempts.put(
                "enrol with a made-up session",
                member -> member.startEnrolment(Map.of("recoverySession", "x".repeat(43))));
        attempts.put("renew codes", member -> member.post("/v1/me/backup-codes", Map.of()));
        attempts.put(
                "switch off",
                member -> member.call()
                        .body(Map.of())
                        .delete("/v1/me/second-factor")
                        .then());
        return attempts;
    }

    private static void fail(Enrolled victim, int times) {
        for (int i = 0; i < times; i++) {
            victim.member().verify(victim.app().wrongCode());
        }
    }

    /** Resets the victim's second factor, and gives the id of the new set. */
    private String reset(Enrolled victim) {
        Member member = victim.member();
        Tenant tenant = member.tenant();
        tenant.admin()
                .post("/v1/accounts/" + tenant.id() + "/users/" + member.id() + "/recovery-links", Map.of())
                .statusCode(202);
        String token = post.of(member).newest("Your recovery link").token();
        return member.post("/v1/recovery/redemptions", Map.of("token", token))
                .statusCode(201)
                .extract()
                .path("backupCodes.setId");
    }

    private List<?> belongings(Member member) {
        return List.of(
                database.rows("select id, disabled_by from authenticator where user_id = ? order by id", member.id()),
                database.rows("select id, state from backup_code_set where user_id = ? order by id", member.id()),
                database.rows("select id from enrolment where user_id = ?", member.id()),
                database.rows("select status from second_factor where user_id = ?", member.id()));
    }
}

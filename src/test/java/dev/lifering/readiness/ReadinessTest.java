package dev.lifering.readiness;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.crypto.Ids;
import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule S1: which administrators of an account are able, from the directory and the state of their factors. */
@QuarkusTest
class ReadinessTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    AbleAdministrators administrators;

    @Inject
    Ids ids;

    private Tenant tenant;
    private Member ada;
    private Enrolled adas;

    @BeforeEach
    void account() {
        tenant = Tenant.direct(time);
        ada = tenant.admin();
        adas = ada.enrolled();
    }

    @Test
    void s1_oneAbleAdministratorIsOneLossAwayFromALockOut() {
        Member grace = tenant.admin();
        readiness(ada)
                .body("readiness", is("one_able_administrator"))
                .body("ableAdministrators", is(1))
                .body("administrators.id", containsInAnyOrder(ada.id(), grace.id()))
                .body(of(ada, "able"), is(true))
                .body(of(ada, "status"), is("enabled"))
                .body(of(ada, "authenticators"), is(1))
                .body(of(ada, "backupCodesRemaining"), is(10))
                .body(of(ada, "risks"), contains("only_able_administrator"))
                .body(of(grace, "able"), is(false))
                .body(of(grace, "risks"), contains("not_enrolled"));
    }

    @Test
    void s1_twoAbleAdministratorsAreReady() {
        tenant.admin().enrolled();
        readiness(ada).body("readiness", is("ready")).body(of(ada, "risks"), is(empty()));
    }

    @Test
    void s1_usersAndInactiveAdministratorsDoNotCount() {
        tenant.user().enrolled();
        Member grace = tenant.admin();
        grace.enrolled();
        change(grace, Map.of("active", false));
        readiness(ada).body("readiness", is("one_able_administrator")).body("administrators.id", contains(ada.id()));
        assertEquals(List.of(), able(ada));
    }

    @Test
    void s1_whoeverIsManagedElsewhereIsAble() {
        Member grace = tenant.admin();
        change(grace, Map.of("secondFactorManagedElsewhere", true));
        readiness(ada).body("readiness", is("ready")).body(of(grace, "risks"), is(empty()));
        assertEquals(List.of(grace.id()), able(ada));
    }

    @Test
    void s1_aTemporaryLockDoesNotCountButHundredWrongCodesDo() {
        Member grace = tenant.admin();
        Enrolled graces = grace.enrolled();
        for (int i = 0; i < 5; i++) {
            grace.verify(graces.app().wrongCode()).statusCode(422);
        }
        assertEquals(List.of(grace.id()), able(ada));
        database.update("update second_factor set failed_attempts = 100 where user_id = ?", grace.id());
        assertEquals(List.of(), able(ada));
        readiness(ada).body(of(grace, "risks"), contains("blocked"));
    }

    @Test
    void s1_backupCodesAloneMakeAbleUntilTheLastOneIsSpent() {
        ada.remove(adas.authenticatorId(), adas.code(0)).statusCode(204);
        for (int i = 1; i < 7; i++) {
            ada.verify(adas.code(i)).statusCode(200);
        }
        readiness(ada)
                .body(of(ada, "able"), is(true))
                .body(of(ada, "backupCodesRemaining"), is(3))
                .body(of(ada, "risks"), contains("only_able_administrator", "backup_codes_only", "few_backup_codes"));
        for (int i = 7; i < 10; i++) {
            ada.verify(adas.code(i)).statusCode(200);
        }
        readiness(ada)
                .body("readiness", is("no_able_administrator"))
                .body(of(ada, "able"), is(false))
                .body(of(ada, "risks"), contains("backup_codes_only", "few_backup_codes"));
    }

    @Test
    void s1_whoeverAcknowledgedNoCodesIsToldSo() {
        database.update("update backup_code_set set state = 'REVOKED', ended_at = now() where user_id = ?", ada.id());
        readiness(ada)
                .body(of(ada, "able"), is(true))
                .body(of(ada, "backupCodesRemaining"), is(0))
                .body(of(ada, "risks"), contains("only_able_administrator", "codes_not_acknowledged"));
    }

    @Test
    void s1_whomTheLatestMailDidNotReachIsToldSo() {
        mail("FAILED");
        readiness(ada).body(of(ada, "risks"), contains("only_able_administrator", "mail_failed"));
        mail("SENT");
        readiness(ada).body(of(ada, "risks"), contains("only_able_administrator"));
    }

    private void mail(String state) {
        database.update(
                "insert into mail (id, user_id, kind, state, created_at, give_up_at, attempts, ended_at)"
                        + " values (?, ?, 'second_factor_enabled', ?, now(), now(), 1, now())",
                ids.next(),
                ada.id(),
                state);
    }

    @Test
    void s1_thePersonNamedIsLeftOut() {
        Member grace = tenant.admin();
        grace.enrolled();
        assertEquals(List.of(grace.id()), able(ada));
        assertEquals(List.of(ada.id()), able(grace));
        Member linus = tenant.user();
        assertEquals(new TreeSet<>(List.of(ada.id(), grace.id())), new TreeSet<>(able(linus)));
        Member newcomer = tenant.admin();
        assertEquals(
                new TreeSet<>(List.of(grace.id(), newcomer.id())),
                new TreeSet<>(administrators.activeBesides(tenant.id(), ada.id()).stream()
                        .map(Person::id)
                        .toList()));
    }

    @Test
    void administratorsTheirResellerAndSupportSeeItAndNobodyElse() {
        Tenant reseller = Tenant.reseller(time);
        Tenant customer = Tenant.customerOf(reseller);
        Member carl = customer.admin();
        get(carl.token(), customer).statusCode(200);
        get(reseller.resellerAdmin().token(), customer).statusCode(200);
        get(reseller.resellerAdmin().token(), reseller).statusCode(200);
        get(Bearer.support(), customer).statusCode(200);
        refused(get(customer.user().token(), customer), ProblemType.FORBIDDEN);
        refused(get(ada.token(), customer), ProblemType.NOT_FOUND);
        refused(get(carl.token(), reseller), ProblemType.NOT_FOUND);
        refused(get(reseller.resellerAdmin().token(), tenant), ProblemType.NOT_FOUND);
    }

    private List<String> able(Member besides) {
        // Each look has a persistence context of its own, as in the application.
        return QuarkusTransaction.requiringNew()
                .call(() -> administrators.besides(tenant.id(), besides.id()).stream()
                        .map(Person::id)
                        .toList());
    }

    private ValidatableResponse readiness(Member admin) {
        return get(admin.token(), tenant).statusCode(200);
    }

    private static ValidatableResponse get(String token, Tenant account) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/accounts/" + account.id() + "/readiness")
                .then();
    }

    private static String of(Member admin, String field) {
        return "administrators.find { it.id == '" + admin.id() + "' }." + field;
    }

    private void change(Member member, Map<String, Object> change) {
        change.forEach((field, value) -> database.update(
                "update account_user set " + (field.equals("active") ? "active" : "second_factor_managed_elsewhere")
                        + " = ? where id = ?",
                value,
                member.id()));
    }
}

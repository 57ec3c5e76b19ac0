package dev.lifering.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Call;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules X5 and X6: whatever is done beside an erasure is done before it or refused after it, and is never a failure. */
@QuarkusTest
@Tag("slow")
class ErasureRaceTest {
    private static final int ROUNDS = 10;
    private static final String SOMEBODY = "{\"email\":\"u@x.example\",\"displayName\":\"Somebody\"}";

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void x6_anAccountThatIsErasedWhileItsUsersComeIsThereOrNot() {
        try (var stampede = new Stampede(10)) {
            for (int round = 0; round < ROUNDS; round++) {
                Member ada = Tenant.direct(time).admin();
                String account = "/v1/accounts/" + ada.tenant().id();
                var calls = new ArrayList<Call>();
                for (int i = 0; i < 2; i++) {
                    calls.add(service("DELETE", account, ""));
                    calls.add(service("PUT", account, "{\"name\":\"Tenant\",\"kind\":\"direct\"}"));
                    calls.add(service("PUT", account + "/users/u-" + UUID.randomUUID(), SOMEBODY));
                    calls.add(new Call("PUT", ada.token(), account + "/policy", "{\"maxAuthenticators\":3}"));
                    calls.add(new Call("POST", arriving(ada.tenant()), "/v1/me/enrolments", "{}"));
                }
                expect(Set.of(200, 201, 204, 404), stampede.answersTo(calls));
            }
        }
    }

    @Test
    void x6_aResellerIsNotErasedNorChangedUnderACustomerWhoComes() {
        try (var stampede = new Stampede(9)) {
            for (int round = 0; round < ROUNDS; round++) {
                String reseller = Tenant.reseller(time).id();
                var calls = new ArrayList<Call>();
                for (int i = 0; i < 3; i++) {
                    String customer = "/v1/accounts/t-" + UUID.randomUUID();
                    calls.add(service("DELETE", "/v1/accounts/" + reseller, ""));
                    calls.add(service("PUT", "/v1/accounts/" + reseller, "{\"name\":\"Direct\",\"kind\":\"direct\"}"));
                    calls.add(service("PUT", customer, customerOf(reseller)));
                }
                expect(Set.of(200, 201, 204, 409), stampede.answersTo(calls));
            }
        }
        String orphans = "select count(*) from account customer join account reseller"
                + " on reseller.id = customer.reseller_id where reseller.kind <> 'RESELLER'";
        assertEquals(0, database.count(orphans));
    }

    @Test
    void x6_twoResellersThatBecomeEachOthersCustomersDoNotWaitForEachOther() {
        try (var stampede = new Stampede(8)) {
            for (int round = 0; round < ROUNDS; round++) {
                String one = Tenant.reseller(time).id();
                String other = Tenant.reseller(time).id();
                var calls = new ArrayList<Call>();
                calls.addAll(Collections.nCopies(4, service("PUT", "/v1/accounts/" + one, customerOf(other))));
                calls.addAll(Collections.nCopies(4, service("PUT", "/v1/accounts/" + other, customerOf(one))));
                expect(Set.of(200, 409), stampede.answersTo(calls));
                String both = "select count(*) from account where id in (?, ?) and kind = 'CUSTOMER'";
                assertEquals(1, database.count(both, one, other));
            }
        }
    }

    @Test
    void x6_aUserWhoIsErasedWhileHisSecondFactorIsUsedIsGone() {
        Tenant tenant = Tenant.direct(time);
        Member admin = tenant.admin();
        String mayTrust = "{\"trustedDeviceLifetime\":\"P30D\"}";
        admin.call()
                .body(mayTrust)
                .put("/v1/accounts/" + tenant.id() + "/policy")
                .then()
                .statusCode(200);
        try (var stampede = new Stampede(12)) {
            for (int round = 0; round < ROUNDS; round++) {
                Enrolled ada = tenant.user().enrolled();
                expect(
                        Set.of(200, 201, 202, 204, 403, 404, 409, 422, 429),
                        stampede.answersTo(everythingBesideErasing(ada, admin)));
                // A call that came after the erasure may have made him anew, without anything that he had.
                assertEquals(Set.of(), database.tablesWith(ada.setId()));
                assertEquals(Set.of("audit_event"), database.tablesWith(ada.authenticatorId()));
            }
        }
    }

    private static List<Call> everythingBesideErasing(Enrolled ada, Member admin) {
        String user = "/v1/users/" + ada.member().id();
        String directory = "/v1/accounts/" + ada.member().tenant().id() + "/users/"
                + ada.member().id();
        String token = ada.member().token();
        String switchedOff = "{\"email\":\"u@x.example\",\"active\":false}";
        return List.of(
                service("DELETE", directory, ""),
                service("PUT", directory, SOMEBODY),
                service("PUT", directory, switchedOff),
                service("POST", user + "/verifications", code(ada.code(0))),
                service("POST", user + "/verifications", code("000000")),
                service(
                        "POST",
                        user + "/verifications",
                        "{\"code\":\"" + ada.app().code() + "\",\"trustDevice\":{\"label\":\"Phone\"}}"),
                new Call("POST", token, "/v1/me/verifications", code(ada.code(1))),
                new Call("POST", token, "/v1/me/enrolments", "{}"),
                new Call("POST", token, "/v1/me/backup-codes", code(ada.code(2))),
                new Call("POST", token, "/v1/me/recovery-requests", "{}"),
                new Call("POST", admin.token(), user + "/recovery-links", "{}"),
                new Call("DELETE", token, "/v1/me/second-factor", code(ada.code(3))));
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String customerOf(String reseller) {
        return "{\"name\":\"Customer\",\"kind\":\"customer\",\"resellerId\":\"" + reseller + "\"}";
    }

    private static String arriving(Tenant tenant) {
        return Bearer.of("u-" + UUID.randomUUID(), "user").account(tenant.id()).token();
    }

    private static Call service(String method, String path, String body) {
        return new Call(method, Bearer.service(), path, body);
    }

    private static void expect(Set<Integer> statuses, List<Stampede.Answer> answers) {
        List<Stampede.Answer> others = answers.stream()
                .filter(answer -> !statuses.contains(answer.status()))
                .toList();
        assertTrue(others.isEmpty(), others::toString);
    }
}

package dev.lifering.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Bearer;
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
import org.junit.jupiter.api.Test;

/** Rule X5: what a platform sends twice at once, or beside its contrary, is never a 500. */
@QuarkusTest
class ProvisioningRaceTest {
    private static final int ROUNDS = 10;

    @Inject
    MovableTime time;

    @Test
    void x5_twoFirstPoliciesAtOnceAreBothTaken() {
        try (var stampede = new Stampede(4)) {
            for (int round = 0; round < ROUNDS; round++) {
                Member ada = Tenant.direct(time).admin();
                var put = new Call(
                        "PUT",
                        ada.token(),
                        "/v1/accounts/" + ada.tenant().id() + "/policy",
                        "{\"maxAuthenticators\":3}");
                assertEquals(Set.of(200), Set.copyOf(statuses(stampede, Collections.nCopies(4, put))));
            }
        }
    }

    @Test
    void x5_aUserWhoIsProvisionedWhileHeIsErasedIsThereOrNot() {
        Tenant tenant = Tenant.direct(time);
        try (var stampede = new Stampede(6)) {
            for (int round = 0; round < ROUNDS; round++) {
                String path = "/v1/accounts/" + tenant.id() + "/users/u-" + UUID.randomUUID();
                var calls = new ArrayList<Call>();
                for (int i = 0; i < 3; i++) {
                    calls.add(new Call(
                            "PUT", Bearer.service(), path, "{\"email\":\"u@x.example\",\"displayName\":\"Somebody\"}"));
                    calls.add(new Call("DELETE", Bearer.service(), path, ""));
                }
                List<Integer> statuses = statuses(stampede, calls);
                assertTrue(Set.of(200, 201, 204, 404).containsAll(statuses), statuses.toString());
                assertTrue(statuses.contains(201), "somebody made him: " + statuses);
            }
        }
    }

    private static List<Integer> statuses(Stampede stampede, List<Call> calls) {
        return stampede.answersTo(calls).stream().map(Stampede.Answer::status).toList();
    }
}

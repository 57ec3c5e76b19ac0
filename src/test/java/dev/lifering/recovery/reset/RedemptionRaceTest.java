package dev.lifering.recovery.reset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Stampede.Post;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule R4 under load: a link is redeemed once, however many try at once. */
@QuarkusTest
class RedemptionRaceTest {
    private static final int TIMES = 20;
    private static final int AT_ONCE = 50;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    Mailbox.Post post;

    @Test
    void r4_ofFiftyParallelRedemptionsOneWinsTwentyTimes() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        try (var stampede = new Stampede(AT_ONCE)) {
            for (int i = 0; i < TIMES; i++) {
                Member linus = tenant.user();
                linus.enrolled();
                ada.post("/v1/accounts/" + tenant.id() + "/users/" + linus.id() + "/recovery-links", Map.of())
                        .statusCode(202);
                String token = post.of(linus).newest("Your recovery link").token();
                var redemption = new Post(linus.token(), "/v1/recovery/redemptions", "{\"token\": \"" + token + "\"}");
                List<Integer> statuses = stampede.run(Collections.nCopies(AT_ONCE, redemption));
                assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
                assertEquals(AT_ONCE - 1, Collections.frequency(statuses, 409), statuses.toString());
                assertEquals(1, database.count("select count(*) from recovery_reset where user_id = ?", linus.id()));
            }
        }
    }
}

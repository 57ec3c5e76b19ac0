package dev.lifering.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.ApiOperation;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.LogCapture;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A share of the hostile requests, evenly spread; all of them are sent to the packaged application. */
@QuarkusTest
class HostileInputTest {
    private static final int SHARE = Integer.getInteger("lifering.hostile.share", 25);

    @Inject
    MovableTime time;

    @Test
    void x5_whateverIsWrongIsAProblemOfTheCallers() {
        String account = Tenant.direct(time).id();
        String token = Bearer.of("u-hostile", "user", "admin", "support", "service")
                .account(account)
                .token();
        List<HostileRequest> all = HostileRequests.all(ApiOperation.all(), new Caller(token, account))
                .toList();
        assertTrue(all.size() >= 20_000, "made " + all.size());
        try (LogCapture errors = LogCapture.ofErrors();
                var run = new HostileRun(RestAssured.port)) {
            IntStream.iterate(0, i -> i < all.size(), i -> i + SHARE)
                    .mapToObj(all::get)
                    .forEach(run::send);
            assertEquals(List.of(), run.wrong());
            assertEquals(List.of(), errors.lines());
            assertTrue(run.statuses().keySet().containsAll(List.of(400, 401, 404, 413, 415)), run.statuses()::toString);
        }
    }
}

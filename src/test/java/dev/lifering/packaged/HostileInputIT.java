package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.hostile.Caller;
import dev.lifering.hostile.HostileRequest;
import dev.lifering.hostile.HostileRequests;
import dev.lifering.hostile.HostileRun;
import dev.lifering.testing.ApiOperation;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All the hostile requests there are, to the application as it runs in production, several at a time. */
@Tag("slow")
class HostileInputIT {
    private static final String ACCOUNT = "t-hostile";
    private static final int AT_ONCE = 4;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /** For caches and pools that fill up; what each request left behind would come to more than ten times as much. */
    private static final long ALLOWANCE = 16L * 1024 * 1024;

    private static final String PUT_ACCOUNT = "{\"name\":\"A\",\"kind\":\"direct\"}";

    private static Installation installation;
    private static Replica replica;

    @BeforeAll
    static void start() {
        installation = new Installation();
        replica = Replica.start(installation.settings());
        RestAssured.port = replica.base().getPort();
        String service = installation.token("login-service", ACCOUNT, "service");
        var made = replica.send(service, "PUT", "/v1/accounts/" + ACCOUNT, PUT_ACCOUNT);
        assertEquals(201, made.statusCode());
    }

    @AfterAll
    static void stop() throws Exception {
        replica.close();
        installation.close();
    }

    @Test
    void x5_noneOfTwentyThousandIsAnsweredByAFailureOrLeavesAnythingBehind() throws IOException {
        String token = installation.token("u-hostile", ACCOUNT, "user", "admin", "support", "service");
        List<HostileRequest> all = HostileRequests.all(ApiOperation.all(), new Caller(token, ACCOUNT))
                .toList();
        assertTrue(all.size() >= 20_000, "made " + all.size());
        send(everySixth(all)); // until everything is loaded and warm
        long before = liveBytes();
        send(all);
        long grown = liveBytes() - before;
        assertTrue(grown < ALLOWANCE, "the heap has grown by " + grown + " bytes");
        assertFalse(replica.output().contains("\"level\":\"ERROR\""), replica::output);
        assertEquals(200, replica.send(token, "GET", "/q/health/ready", null).statusCode());
        String service = installation.token("login-service", ACCOUNT, "service");
        var again = replica.send(service, "PUT", "/v1/accounts/" + ACCOUNT, PUT_ACCOUNT);
        assertEquals(200, again.statusCode(), "none of them has erased the account");
    }

    /** How much of the replica's heap is in use after a collection of all garbage. */
    private static long liveBytes() throws IOException {
        String histogram = replica.diagnosed("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        assertTrue(total.find(), histogram);
        return Long.parseLong(total.group(1));
    }

    private static List<HostileRequest> everySixth(List<HostileRequest> all) {
        return IntStream.iterate(0, i -> i < all.size(), i -> i + 6)
                .mapToObj(all::get)
                .toList();
    }

    private static void send(List<HostileRequest> requests) {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<List<String>>> shares = IntStream.range(0, AT_ONCE)
                    .mapToObj(share -> CompletableFuture.supplyAsync(() -> wrong(requests, share), senders))
                    .toList();
            assertEquals(
                    List.of(),
                    shares.stream().flatMap(share -> share.join().stream()).toList());
        } finally {
            senders.shutdownNow();
        }
    }

    private static List<String> wrong(List<HostileRequest> requests, int share) {
        try (var run = new HostileRun(replica.base().getPort())) {
            for (int i = share; i < requests.size(); i += AT_ONCE) {
                run.send(requests.get(i));
            }
            return run.wrong();
        }
    }
}

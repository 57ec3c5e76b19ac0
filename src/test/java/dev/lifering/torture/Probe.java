package dev.lifering.torture;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Measures how long it takes until a replica answers again as if nothing had happened. */
final class Probe {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Fleet fleet;
    private final Supplier<String> token;
    private final String path;

    /** Asks for how this user's second factor stands, which takes a token, the pool and the database. */
    Probe(Fleet fleet, Supplier<String> token, String user) {
        this.fleet = fleet;
        this.token = token;
        this.path = "/v1/users/" + user + "/second-factor";
    }

    /** The time since then, once the replica answers; fails when it does not within a minute. */
    Duration recovery(int replica, Instant since) {
        await("replica " + replica)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answers(replica));
        return Duration.between(since, Instant.now());
    }

    private boolean answers(int replica) throws InterruptedException {
        var request = HttpRequest.newBuilder(fleet.base(replica).resolve(path))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", "Bearer " + token.get())
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

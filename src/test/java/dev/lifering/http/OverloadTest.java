package dev.lifering.http;

import static dev.lifering.testing.Refusal.refused;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.LogCapture;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica that has enough to do says so at once, and stays answerable for those who watch over it. */
@QuarkusTest
class OverloadTest {
    private static final String GATE = "/v1/probe/gate";

    @Inject
    Gate gate;

    @Inject
    HttpConfig config;

    @Inject
    MeterRegistry metrics;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What other tests have left unfinished must have timed out first. */
    @BeforeEach
    void close() {
        await().atMost(Duration.ofSeconds(100)).until(() -> inWork() == 0);
        gate.close();
    }

    @AfterEach
    void open() {
        gate.open();
    }

    @Test
    void oneRequestTooManyIsRefusedAtOnceAndHealthIsAnswered() {
        double shed = metrics.counter("lifering.http.requests.shed").count();
        try (LogCapture errors = LogCapture.ofErrors()) {
            List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, config.maxConcurrentRequests())
                    .mapToObj(i -> send(GATE))
                    .toList();
            await().until(() -> inWork() == config.maxConcurrentRequests());
            for (String path : List.of(GATE, "/v1/me/second-factor", "/problems/locked")) {
                HttpResponse<String> refusal = send(path).join();
                assertEquals(503, refusal.statusCode(), path);
                assertEquals("1", refusal.headers().firstValue("Retry-After").orElse(""));
            }
            refused(RestAssured.get(GATE).then(), ProblemType.OVERLOADED).body("retryAfter", is(1));
            assertEquals(404, send("/q/health/../../v1/x").join().statusCode(), "no way past the limit");
            assertEquals(200, send("/q/health/live").join().statusCode());
            assertEquals(200, send("/q/health/ready").join().statusCode());
            assertTrue(send("/q/metrics").join().body().contains("lifering_http_requests_shed_total"));
            gate.open();
            held.forEach(answer -> assertEquals(200, answer.join().statusCode()));
            assertEquals(List.of(), errors.lines());
        }
        assertEquals(4, metrics.counter("lifering.http.requests.shed").count() - shed);
        await().until(() -> inWork() == 0);
        assertEquals(200, send("/problems/locked").join().statusCode());
    }

    @Test
    void clientsThatHangUpFreeTheirPlace() {
        HttpClient hasty = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> held =
                IntStream.range(0, 20).mapToObj(i -> send(hasty, GATE)).toList();
        await().until(() -> inWork() == 20);
        held.forEach(answer -> answer.cancel(true));
        await().until(() -> inWork() == 0);
    }

    private double inWork() {
        return metrics.get("lifering.http.requests.in.work").gauge().value();
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return send(client, path);
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient client, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}

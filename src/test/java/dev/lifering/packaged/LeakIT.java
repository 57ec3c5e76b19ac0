package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an operator looks at after the whole life of a second factor shows nothing that was secret in it: the log with every
 * category as talkative as the package allows, the metrics, and a thread dump. A heap dump cannot be kept free of keys: it is
 * to be guarded as they are.
 */
@Tag("slow")
class LeakIT {
    private static final Map<String, byte[]> SECRETS = new LinkedHashMap<>();

    private static Installation installation;
    private static Replica replica;

    @BeforeAll
    static void live() throws Exception {
        installation = new Installation();
        try (var smtp = new SmtpListener()) {
            var settings = new LinkedHashMap<>(smtp.settings(installation));
            settings.put("quarkus.log.level", "TRACE");
            replica = Replica.start(settings);
            SECRETS.putAll(Life.live(installation, replica, smtp));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        replica.close();
        installation.close();
    }

    @Test
    void x4_theMostTalkativeLogHoldsNoSecret() throws Exception {
        SECRETS.putAll(Life.keyMaterial(installation));
        String log = replica.output();
        assertTrue(log.contains("\"DEBUG\""), "the log was not as talkative as this test wants it");
        assertEquals(List.of(), found(log));
    }

    @Test
    void x4_theMetricsHoldNoSecret() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(replica.base() + "/q/metrics"))
                .build();
        String metrics = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        assertTrue(metrics.contains("lifering_"), "these are not the metrics");
        assertEquals(List.of(), found(metrics));
    }

    @Test
    void x4_aThreadDumpHoldsNoSecret() throws Exception {
        String dump = replica.diagnosed("Thread.print", "-l", "-e");
        assertTrue(dump.contains("executor-thread"), "this is no thread dump");
        assertEquals(List.of(), found(dump));
    }

    private static List<String> found(String text) {
        return SECRETS.entrySet().stream()
                .filter(secret -> text.contains(new String(secret.getValue(), StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getKey)
                .toList();
    }
}

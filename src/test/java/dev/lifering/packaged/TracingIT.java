package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets to know of the whole life of a second factor. */
@Tag("slow")
class TracingIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Map<String, byte[]> SECRETS = new LinkedHashMap<>();

    private static Installation installation;
    private static Collector collector;
    private static Replica replica;

    @BeforeAll
    static void live() throws Exception {
        installation = new Installation();
        collector = new Collector();
        try (var smtp = new SmtpListener()) {
            var settings = new LinkedHashMap<>(smtp.settings(installation));
            settings.putAll(collector.settings());
            replica = Replica.start(settings);
            SECRETS.putAll(Life.live(installation, replica, smtp));
        }
        search("q=somebody@acme.example&limit=5", "00-" + TRACE + "-b7ad6b7169203331-01");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        ofTheCallersTrace().stream().anyMatch(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER));
    }

    @AfterAll
    static void stop() throws IOException {
        replica.close();
        collector.close();
        installation.close();
    }

    @Test
    void aCallIsASpanOfItsCallersTraceAndItsStatementsAreBelowIt() {
        Span call = ofTheCallersTrace().stream()
                .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
                .findFirst()
                .orElseThrow();
        assertEquals("GET /v1/accounts/{accountId}/users", call.getName());
        assertTrue(
                collector.spans().stream()
                        .anyMatch(span -> span.getParentSpanId().equals(call.getSpanId())
                                && attribute(span, "db.system").equals(Optional.of("postgresql"))),
                "no statement of the call");
    }

    @Test
    void whatWasSearchedForStaysHere() {
        Set<String> queries = collector.spans().stream()
                .flatMap(span -> attribute(span, "url.query").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("…"), queries);
    }

    /** It looks for work all the time, twice a second here. */
    @Test
    void workInTheBackgroundMakesNoTraces() {
        Set<String> beginnings = collector.spans().stream()
                .filter(span -> span.getParentSpanId().isEmpty() && span.getKind() != SpanKind.SPAN_KIND_SERVER)
                .map(Span::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), beginnings);
    }

    @Test
    void theLogNamesTheTrace() {
        Pattern named = Pattern.compile("\"traceId\":\"[0-9a-f]{32}\"");
        assertTrue(replica.output().lines().anyMatch(line -> named.matcher(line).find()), "no line names a trace");
    }

    @Test
    void x4_tracesHoldNoSecret() throws Exception {
        SECRETS.putAll(Life.keyMaterial(installation));
        String all = collector.received().stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        assertTrue(all.contains("POST /v1/recovery/redemptions"), "the life is not in it");
        assertEquals(
                List.of(),
                SECRETS.entrySet().stream()
                        .filter(secret -> all.contains(new String(secret.getValue(), StandardCharsets.ISO_8859_1)))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static void search(String query, String parent) throws IOException, InterruptedException {
        String service = installation.token("login-service", "none", "service");
        replica.send(service, "PUT", "/v1/accounts/acme", "{\"name\":\"A\",\"kind\":\"direct\"}");
        var request = HttpRequest.newBuilder(URI.create(replica.base() + "/v1/accounts/acme/users?" + query))
                .header("Authorization", "Bearer " + service)
                .header("traceparent", parent)
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
    }

    private static List<Span> ofTheCallersTrace() {
        return collector.spans().stream()
                .filter(span -> HexFormat.of()
                        .formatHex(span.getTraceId().toByteArray())
                        .equals(TRACE))
                .toList();
    }

    private static Optional<String> attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst();
    }
}

package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What an operator's Prometheus gets from a replica: what his dashboard and alerts ask for, and always at once. */
@Tag("slow")
class MonitoringIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** A call that needs the database waits for longer. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SCRAPES = 5;
    private static final int HELD_UP = 20;
    private static final int WRONG_CODES = 6;

    private static final List<String> FROM_THE_DATABASE = List.of(
            "lifering_mails_queued", "lifering_mails_oldest_seconds", "lifering_work_late", "lifering_keys_rows");

    private final HttpClient client = HttpClient.newHttpClient();
    private Installation installation;
    private SmtpListener smtp;
    private Replica replica;

    @BeforeEach
    void start() {
        installation = new Installation();
        smtp = new SmtpListener();
        Map<String, String> settings = smtp.settings(installation);
        settings.put("lifering.gauges.interval", "PT1S");
        settings.put("quarkus.datasource.jdbc.max-size", "4");
        replica = Replica.start(settings);
    }

    @AfterEach
    void stop() throws Exception {
        replica.close();
        smtp.close();
        installation.close();
    }

    @Test
    void whatTheDashboardAndTheAlertsAskForExists() {
        Set<PromQl.Selector> dashboard = PromQl.ofTheDashboard();
        Set<PromQl.Selector> alerts = PromQl.ofTheAlerts();
        assertTrue(dashboard.size() > 20, () -> "too little was found in the dashboard: " + dashboard);
        assertTrue(alerts.size() > 12, () -> "too little was found in the alerts: " + alerts);
        live();
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Series> scraped = scrape();
            assertEquals(Set.of(), missing(dashboard, scraped));
            assertEquals(Set.of(), missing(alerts, scraped));
        });
    }

    @Test
    void aScrapeIsAnsweredAtOnceWhileTheDatabaseHangs(TestReporter reporter) throws Exception {
        Subscriber user = Subscriber.enrol(installation, replica);
        awaitGauges(Double::isFinite);
        Server database = Server.of(installation.databaseFiles());
        database.freeze();
        try {
            for (int i = 0; i < HELD_UP; i++) {
                client.sendAsync(
                        replica.request(user.serviceToken(), "POST", user.verificationPath(), "{\"code\":\"000000\"}"),
                        BodyHandlers.discarding());
            }
            awaitGauges(Double::isNaN);
            reporter.publishEntry("scrape while the database hangs", assertAtOnce() + " ms");
            assertEquals(Set.of(), ages(age -> age < 3));
        } finally {
            database.thaw();
        }
        awaitGauges(Double::isFinite);
    }

    @Test
    void aScrapeIsAnsweredAtOnceWhileTheDatabaseIsDown(TestReporter reporter) throws Exception {
        awaitGauges(Double::isFinite);
        Standby.kill(installation.databaseFiles());
        reporter.publishEntry("scrape after the database has gone", assertAtOnce() + " ms");
        awaitGauges(Double::isNaN);
        reporter.publishEntry("scrape while the database is down", assertAtOnce() + " ms");
        assertEquals(Set.of(), ages(age -> age < 3));
        assertEquals(200, status("/q/health/live"));
        assertEquals(503, status("/q/health/ready"));
    }

    /** All that the metrics count happens once at least. */
    private void live() {
        Life.live(installation, replica, smtp);
        Subscriber locked = Subscriber.enrol(installation, replica);
        for (int i = 0; i < WRONG_CODES; i++) {
            locked.verify(replica, "12345" + i);
        }
        smtp.refuseNext(550);
        String service = installation.token("login-service", "none", "service");
        replica.send(service, "PUT", "/v1/accounts/acme", "{\"name\":\"Acme\",\"kind\":\"direct\"}");
        replica.send(service, "PUT", "/v1/accounts/acme/users/ada", "{\"email\":\"ada@acme.example\"}");
        Subscriber.enrol(installation, replica, "acme", "ada");
    }

    private static Set<PromQl.Selector> missing(Set<PromQl.Selector> wanted, List<Series> scraped) {
        return wanted.stream()
                .filter(selector -> scraped.stream().noneMatch(selector::selects))
                .collect(Collectors.toSet());
    }

    /** Waits until all numbers of the database are like that. */
    private void awaitGauges(DoublePredicate like) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            List<Series> scraped = scrape();
            for (String metric : FROM_THE_DATABASE) {
                List<Series> numbers = scraped.stream()
                        .filter(series -> series.metric().equals(metric))
                        .toList();
                assertTrue(
                        !numbers.isEmpty()
                                && numbers.stream().mapToDouble(Series::value).allMatch(like),
                        () -> metric + " is " + numbers);
            }
        });
    }

    /** Which gauges have such an age. */
    private Set<String> ages(DoublePredicate like) throws Exception {
        return scrape().stream()
                .filter(series -> series.metric().equals("lifering_gauge_age_seconds") && like.test(series.value()))
                .map(series -> series.labels().get("gauge"))
                .collect(Collectors.toSet());
    }

    /** A busy machine may hold up one scrape; the database would hold up all. Says how many milliseconds it takes. */
    private long assertAtOnce() throws Exception {
        var took = new ArrayList<Duration>();
        for (int i = 0; i < SCRAPES; i++) {
            long begun = System.nanoTime();
            scrape();
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        Collections.sort(took);
        Duration usual = took.get(SCRAPES / 2);
        assertTrue(usual.compareTo(AT_ONCE) < 0, () -> "scrapes took " + took);
        return usual.toMillis();
    }

    private int status(String path) {
        return replica.send("", "GET", path, null).statusCode();
    }

    private List<Series> scrape() throws Exception {
        var request = HttpRequest.newBuilder(replica.base().resolve("/q/metrics"))
                .timeout(GIVEN_UP)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return Series.of(answer.body());
    }
}

package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A primary dies and its synchronous standby takes over: the service goes on, and what it has said holds. */
@Tag("slow")
class FailoverIT {
    private static final Duration PROMISE = Duration.ofSeconds(30);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong lastSuccess = new AtomicLong();
    private final List<Spent> spent = new CopyOnWriteArrayList<>();
    private final List<Subscriber> enrolled = new CopyOnWriteArrayList<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(2);
    private Installation installation;
    private Standby standby;
    private Replica replica;

    /** A code that was accepted. */
    private record Spent(Subscriber user, String code) {}

    @BeforeEach
    void start() throws Exception {
        installation = new Installation();
        Path files = Files.createTempDirectory(Files.createDirectories(Path.of("target/packaged")), "standby")
                .toAbsolutePath();
        standby = Standby.of(installation.postgres(), installation.databaseFiles(), files);
        replica = Replica.start(settings());
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        clients.shutdownNow();
        assertTrue(clients.awaitTermination(1, TimeUnit.MINUTES));
        replica.close();
        standby.close();
        installation.close();
    }

    /** What {@code docs/scale.md} tells an operator to set. */
    private Map<String, String> settings() {
        Map<String, String> settings = installation.settings();
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + installation.postgres().getPort() + ",127.0.0.1:" + standby.port()
                        + "/postgres?targetServerType=primary&hostRecheckSeconds=2&connectTimeout=3&socketTimeout=10");
        return settings;
    }

    @Test
    void theServiceGoesOnWithinThirtySecondsAndNothingAcknowledgedIsLost(TestReporter reporter) throws Exception {
        clients.execute(this::keepSpending);
        clients.execute(this::keepEnrolling);
        await().atMost(PROMISE.multipliedBy(2)).until(() -> spent.size() > 8 && enrolled.size() > 3);

        Standby.kill(installation.databaseFiles());
        long killed = System.nanoTime();
        standby.promote();
        int before = spent.size();
        int enrolledBefore = enrolled.size();
        await().atMost(PROMISE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> spent.size() > before + 5 && lastSuccess.get() > killed);
        reporter.publishEntry(
                "outage", Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms");
        await().atMost(PROMISE).until(() -> enrolled.size() > enrolledBefore + 1);
        over.set(true);
        clients.shutdown();
        assertTrue(clients.awaitTermination(1, TimeUnit.MINUTES));

        assertEquals(200, ready());
        for (Spent each : spent) {
            assertEquals(422, status(each.user(), each.code()), "a spent code is spent");
        }
        for (Subscriber user : enrolled) {
            assertEquals(200, status(user, user.codes().get(9)), "who has enrolled is enrolled");
        }
        reporter.publishEntry("acknowledged", spent.size() + " codes, " + enrolled.size() + " enrolments");
    }

    /** Three codes of each user, each until there is an answer; a code that was spent without one is left out. */
    private void keepSpending() {
        var answered = new HashSet<Spent>();
        while (!over.get()) {
            for (Subscriber user : enrolled) {
                user.codes().subList(0, 3).stream()
                        .map(code -> new Spent(user, code))
                        .filter(each -> !over.get() && !answered.contains(each) && isAnswered(each))
                        .forEach(answered::add);
            }
        }
    }

    private boolean isAnswered(Spent each) {
        int status = status(each.user(), each.code());
        if (status == 200) {
            spent.add(each);
            lastSuccess.set(System.nanoTime());
        }
        return status == 200 || status == 422;
    }

    private void keepEnrolling() {
        while (!over.get()) {
            try {
                enrolled.add(Subscriber.enrol(installation, replica));
            } catch (AssertionError unavailable) {
                pause();
            }
        }
    }

    private int status(Subscriber user, String code) {
        HttpResponse<String> answer = user.verify(replica, code);
        return answer.statusCode();
    }

    private int ready() {
        return replica.send(installation.token("anybody", "none", "user"), "GET", "/q/health/ready", null)
                .statusCode();
    }

    /** As a client does that was refused. */
    private static void pause() {
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    }
}

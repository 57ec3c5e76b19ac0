package dev.lifering.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.packaged.Installation;
import dev.lifering.packaged.SmtpListener;
import dev.lifering.torture.Answer.Ask;
import dev.lifering.torture.Caller.Call;
import dev.lifering.torture.Storm.Struck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two replicas, one PostgreSQL, many users, and everything that can go wrong. {@code bench/torture} runs it. */
@Tag("slow")
@Tag("torture")
@EnabledIfSystemProperty(
        named = "lifering.torture.faults",
        matches = "[0-9]+",
        disabledReason = "it needs a PostgreSQL to kill, which bench/torture finds")
class TortureIT {
    private static final int PLAYERS = 128;
    private static final Duration DRAINING = Duration.ofMinutes(4);
    private static final List<String> ACCOUNTS = List.of("north", "east", "south", "west");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

    private final Instant begun = Instant.now();
    private final int faults = Integer.getInteger("lifering.torture.faults");
    private final Duration longest = Duration.ofMinutes(Integer.getInteger("lifering.torture.minutes"));
    private final long seed = Long.getLong("lifering.torture.seed");
    private final Random random = new Random(seed);

    @Test
    void noPromiseIsBrokenWhateverHappens() throws Exception {
        Path folder = Path.of(System.getProperty("lifering.torture.folder"));
        try (var smtp = new SmtpListener();
                var cluster = new Cluster(
                        Path.of(System.getProperty("lifering.torture.postgresql")), folder.resolve("cluster"));
                var installation = new Installation("jdbc:postgresql://127.0.0.1:" + cluster.port() + "/postgres")) {
            List<Cable> cables = Stream.generate(() -> new Cable(cluster.port()))
                    .limit(Fleet.SIZE)
                    .toList();
            try (var fleet = new Fleet(number -> settings(smtp, installation, cables.get(number)))) {
                run(cluster, fleet, cables, new World(new Caller(fleet), installation, smtp), smtp);
            }
        }
    }

    private void run(Cluster cluster, Fleet fleet, List<Cable> cables, World world, SmtpListener smtp)
            throws Exception {
        var arsenal = new Arsenal(cluster, fleet, cables, smtp, new Random(random.nextLong()));
        provisionAccounts(world);
        arsenal.install();
        var storm = new Storm(
                arsenal,
                new Probe(fleet, world::serviceToken, World.adminOf(ACCOUNTS.get(0))),
                smtp,
                new Random(random.nextLong()));
        var crowd = new Crowd();
        crowd.start(actors(world));
        storm.rage(faults, begun.plus(longest));
        crowd.stop();
        awaitMails(cluster);
        Evidence evidence;
        try (Connection connection = cluster.connect()) {
            evidence = Ledger.read(world.caller().journal(), connection, smtp);
        }
        conclude(evidence, storm.struck(), fleet, world.secrets());
    }

    private static Map<String, String> settings(SmtpListener smtp, Installation installation, Cable cable) {
        Map<String, String> settings = smtp.settings(installation);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/postgres");
        // Few, so that a handful of callers exhausts them.
        settings.put("quarkus.datasource.jdbc.max-size", "6");
        // What Lifering records by itself belongs to no request.
        settings.put("lifering.readiness.interval", "P1000D");
        return settings;
    }

    private static void provisionAccounts(World world) {
        for (String account : ACCOUNTS) {
            put(world, Kind.ACCOUNT, "/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}");
            String admin = World.adminOf(account);
            put(
                    world,
                    Kind.PROVISION,
                    "/v1/accounts/" + account + "/users/" + admin,
                    "{\"email\":\"" + World.email(admin) + "\",\"roles\":[\"admin\"]}");
        }
    }

    private static void put(World world, Kind kind, String path, String body) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        var call = new Call(Ask.of(kind, name), "PUT", path, world.serviceToken(), body, reply -> List.of());
        assertEquals(201, world.caller().send(call).status());
    }

    private List<Actor> actors(World world) {
        List<Actor> actors = new ArrayList<>();
        for (int number = 0; number < PLAYERS; number++) {
            var own = new Random(random.nextLong());
            String account = ACCOUNTS.get(number % ACCOUNTS.size());
            var player = new Player(world, account);
            actors.add(
                    switch (number % 8) {
                        case 0, 1 -> new Spender(world, player, own);
                        case 2 -> new Guesser(world, player, own);
                        case 3 -> new Castaway(world, ACCOUNTS, own);
                        default -> new Subscriber(world, player, own);
                    });
        }
        actors.add(new Importer(world, ACCOUNTS.get(0)));
        return actors;
    }

    /** Work of a replica that was killed is another's after a minute; a mail that was refused comes back by itself. */
    private static void awaitMails(Cluster cluster) {
        await("mails")
                .atMost(DRAINING)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    try (Connection connection = cluster.connect()) {
                        return Ledger.queued(connection) == 0;
                    }
                });
    }

    private void conclude(Evidence evidence, List<Struck> struck, Fleet fleet, Set<String> secrets) throws IOException {
        List<Breach> violations = new ArrayList<>(Checker.violations(evidence));
        struck.stream()
                .filter(one -> !one.isSurvived())
                .forEach(one -> violations.add(new Breach("not recovered from: " + one.fault(), one.failure())));
        fleet.logs()
                .forEach(log -> WORD.matcher(log)
                        .results()
                        .filter(word -> secrets.contains(word.group()))
                        .forEach(word -> violations.add(new Breach("a log holds a secret", "at " + word.start()))));
        Duration took = Duration.between(begun, Instant.now());
        var report = new Report(evidence.answers().size() + " operations, " + struck.size() + " faults, "
                        + violations.size() + " violations in " + took.toSeconds() + " s, seed " + seed + ".")
                .operations(evidence.answers())
                .faults(struck)
                .line(evidence.events().size() + " audit events, " + OnceCheck.contested(evidence.answers())
                        + " codes and links presented more than once, "
                        + OnceCheck.retries(evidence.answers()) + " retries under an Idempotency-Key, "
                        + evidence.rows().mails().size() + " mails, of which "
                        + MailCheck.copies(evidence.arrived()) + ".")
                .violations(violations);
        Files.writeString(Files.createDirectories(Path.of("target/torture")).resolve("report.md"), report.toString());
        System.out.println(report);
        assertEquals(List.of(), violations);
    }
}

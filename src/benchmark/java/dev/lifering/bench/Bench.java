package dev.lifering.bench;

import dev.lifering.bench.Limit.Form;
import dev.lifering.bench.Mixed.Share;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@code bench/run}, once PostgreSQL and the application run. */
public final class Bench {
    private static final int CALLERS = 8;

    private final Options options;
    private final World world;
    private final Runner runner;
    private final Limit limit;
    private final Report report;
    private final Duration duration;
    private final Duration warmUp;
    private long errorsInWarmUps;

    private Bench(Options options, Vertx vertx) throws Exception {
        this.options = options;
        var population = new Population(options.number("users"));
        var keys = Keys.read(options.path("keys"));
        new Seeder(options.text("jdbc"), population, keys).seed();
        world = new World(
                population, new Turns(population), new Tokens(options.path("idp")), keys, options.text("jdbc"));
        var processes =
                new Processes(options.number("app-pid"), options.number("postgresql-pid"), options.path("jcmd"));
        runner = new Runner(vertx, options.base(), processes, options.number("runs"));
        limit = new Limit(world, Arrays.asList(options.text("pgbench").split(" ")), processes, options.path("out"));
        report = new Report(options.path("out"));
        duration = options.seconds("seconds");
        warmUp = options.seconds("warm-up");
    }

    public static void main(String... arguments) throws Exception {
        var options = Options.parse(arguments);
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        long errors;
        try {
            var sink = new MailSink(vertx, options.number("mail-port"));
            var bench = new Bench(options, vertx);
            errors = bench.run();
            System.out.println("mails taken: " + sink.taken());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        System.exit(errors == 0 ? 0 : 1);
    }

    private long run() throws Exception {
        awaitOldSteps();
        System.out.println("warming up");
        errorsInWarmUps += runner.warmUp(new Verification(world), warmUp, options.number("warm-up-operations"));
        for (String name : options.scenarios()) {
            System.out.println("measuring " + name);
            scenario(name);
        }
        report.finish(title());
        return report.errors() + errorsInWarmUps;
    }

    private String title() {
        return "%,d users, %d run(s) of %s s, %s"
                .formatted(
                        world.population().users(),
                        options.number("runs"),
                        options.text("seconds"),
                        options.text("about"));
    }

    private void scenario(String name) throws Exception {
        switch (name) {
            case "totp-verification" -> headline();
            case "wrong-code" -> one(new WrongCode(world));
            case "locked-user" -> one(SimpleScenarios.lockedUser(world));
            case "status" -> one(SimpleScenarios.status(world));
            case "users-page" -> one(SimpleScenarios.usersPage(world));
            case "backup-code-spend" -> one(new BackupSpend(world));
            case "enrolment" -> one(new Enrolment(world));
            case "recovery-link" -> one(SimpleScenarios.recoveryLink(world));
            case "mixed" -> one(mixed());
            case "user-import" -> bulk(Bulk.userImport(world, options.number("import-users")));
            case "audit-export" -> bulk(Bulk.auditExport(world));
            default -> throw new IllegalArgumentException("there is no scenario " + name);
        }
    }

    /** Throughput with few and many callers, the database's own limit, and latency at half the load. */
    private void headline() throws Exception {
        var verification = new Verification(world);
        var rows = new ArrayList<Row>();
        var callers = Arrays.stream(options.text("connections").split(","))
                .map(Integer::valueOf)
                .toList();
        for (int count : callers) {
            var row = runner.closed(verification, count, duration);
            report.add(row);
            rows.add(row);
        }
        for (Row row : rows) {
            report.add(runner.open(verification, Math.max(1, row.perSecond() / 2), duration));
        }
        statements(verification);
        if (options.is("limit")) {
            limits(callers, rows);
        }
    }

    private void statements(Scenario verification) throws Exception {
        var sent = new Statements(world, options.path("server-log")).during(() -> runner.once(verification));
        report.statements("round trips to PostgreSQL per verification: " + Statements.roundTrips(sent), sent);
    }

    private void limits(List<Integer> callers, List<Row> rows) throws Exception {
        limit.prepare();
        for (int i = 0; i < callers.size(); i++) {
            for (Form form : Form.values()) {
                var rates = new ArrayList<Limit.Rate>();
                for (int run = 0; run < options.number("runs"); run++) {
                    rates.add(limit.run(form, callers.get(i), duration));
                }
                rates.sort(Comparator.comparingDouble(Limit.Rate::perSecond));
                report.limit(
                        form.title,
                        callers.get(i),
                        rates.get(rates.size() / 2),
                        rows.get(i).perSecond());
            }
        }
    }

    private void one(Scenario scenario) throws Exception {
        var brief = duration.compareTo(warmUp) < 0 ? duration : warmUp;
        errorsInWarmUps += runner.warmUp(scenario, brief, 0);
        add(runner.closed(scenario, CALLERS, duration));
    }

    private void bulk(Bulk scenario) throws Exception {
        if (scenario.isOffered(options.base())) {
            add(runner.closed(scenario, 1, duration));
        } else {
            report.note(scenario.name() + ": the application does not offer it");
        }
    }

    private void add(Row row) throws Exception {
        if (row.isEmpty() && row.errors() == 0) {
            report.note(row.scenario() + ": too few users are left for it; a fresh database or a larger one has them");
        } else {
            report.add(row);
        }
    }

    private Mixed mixed() throws Exception {
        return new Mixed(List.of(
                new Share(70, new Verification(world)),
                new Share(20, SimpleScenarios.status(world)),
                new Share(4, new WrongCode(world)),
                new Share(2, SimpleScenarios.usersPage(world)),
                new Share(2, SimpleScenarios.lockedUser(world)),
                new Share(1, new BackupSpend(world)),
                new Share(1, new Enrolment(world))));
    }

    /** In a database that was kept, codes of the last run may still be ahead of the clock. */
    private void awaitOldSteps() throws Exception {
        while (world.count("select coalesce(max(last_step), 0) from authenticator") >= App.stepNow() - 1) {
            Thread.sleep(1000);
        }
    }
}

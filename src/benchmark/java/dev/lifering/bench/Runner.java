package dev.lifering.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Runs a scenario some times under a load, with a look at the processes before and after each. */
final class Runner {
    private static final int OPEN_LOOP_CONNECTIONS = 64;
    private static final int WARM_UP_CALLERS = 8;
    private static final int MOST_ROUNDS = 4;
    private static final double FIRST_GUESS = 500;
    private static final double RESERVE = 1.3;

    private final Vertx vertx;
    private final URI base;
    private final Processes processes;
    private final int runs;
    private final Map<String, Double> lastRates = new HashMap<>();

    Runner(Vertx vertx, URI base, Processes processes, int runs) {
        this.vertx = vertx;
        this.base = base;
        this.processes = processes;
        this.runs = runs;
    }

    Row closed(Scenario scenario, int callers, Duration duration) throws Exception {
        try (var http = new Http(vertx, base, callers)) {
            var loop = new ClosedLoop(vertx, http, callers);
            return measure(scenario, "closed, " + callers, duration, each -> loop.run(each, duration));
        }
    }

    Row open(Scenario scenario, double perSecond, Duration duration) throws Exception {
        try (var http = new Http(vertx, base, OPEN_LOOP_CONNECTIONS)) {
            var loop = new OpenLoop(vertx, http, perSecond);
            return measure(
                    scenario, "open, " + Math.round(perSecond) + "/s", duration, each -> loop.run(each, duration));
        }
    }

    /**
     * Makes the application's code hot; what comes of it is thrown away, but errors count.
     *
     * @param operations how many it takes for the JIT compiler to have seen enough; on a slow or busy machine that lasts
     *     longer than the duration, though not for ever
     */
    long warmUp(Scenario scenario, Duration duration, long operations) throws Exception {
        long done = 0;
        long errors = 0;
        for (int round = 0; round == 0 || done < operations && round < MOST_ROUNDS; round++) {
            scenario.prepare(guess(scenario, duration));
            try (var http = new Http(vertx, base, WARM_UP_CALLERS)) {
                var measured = new ClosedLoop(vertx, http, WARM_UP_CALLERS).run(scenario, duration);
                lastRates.put(scenario.name(), measured.perSecond());
                measured.messages().forEach(message -> System.out.println("  ERROR " + message));
                done += measured.done();
                errors += measured.errors();
            }
            scenario.settle();
        }
        return errors;
    }

    /** One operation. */
    void once(Scenario scenario) throws Exception {
        scenario.prepare(1);
        try (var http = new Http(vertx, base, 1)) {
            var operation = scenario.next().orElseThrow();
            operation.start(http).toCompletionStage().toCompletableFuture().join();
        }
        scenario.settle();
    }

    private Row measure(Scenario scenario, String load, Duration duration, Function<Scenario, Measurement> loop)
            throws Exception {
        var samples = new ArrayList<Row.Sample>();
        for (int run = 0; run < runs; run++) {
            scenario.prepare(guess(scenario, duration));
            Usage before = processes.look();
            var measured = loop.apply(scenario);
            samples.add(new Row.Sample(measured, processes.look().since(before)));
            lastRates.put(scenario.name(), measured.perSecond());
            scenario.settle();
        }
        return new Row(scenario.name(), load, samples);
    }

    private int guess(Scenario scenario, Duration duration) {
        double rate = lastRates.getOrDefault(scenario.name(), FIRST_GUESS);
        return (int) Math.ceil(rate * RESERVE * duration.toMillis() / 1000);
    }
}

package dev.lifering.bench;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** So many callers, each of whom sends when he was answered: shows the throughput. */
final class ClosedLoop {
    private final Vertx vertx;
    private final Http http;
    private final int callers;

    ClosedLoop(Vertx vertx, Http http, int callers) {
        this.vertx = vertx;
        this.http = http;
        this.callers = callers;
    }

    Measurement run(Scenario scenario, Duration duration) {
        var measurement = new Measurement();
        var ended = new CompletableFuture<Measurement>();
        Context thread = vertx.getOrCreateContext();
        thread.runOnContext(ignored -> {
            long start = System.nanoTime();
            measurement.begin(start);
            var loop = new Callers(scenario, measurement, start + duration.toNanos(), ended);
            for (int i = 0; i < callers; i++) {
                loop.next();
            }
        });
        return ended.join();
    }

    private final class Callers {
        private final Scenario scenario;
        private final Measurement measurement;
        private final long deadline;
        private final CompletableFuture<Measurement> ended;
        private int left = callers;

        Callers(Scenario scenario, Measurement measurement, long deadline, CompletableFuture<Measurement> ended) {
            this.scenario = scenario;
            this.measurement = measurement;
            this.deadline = deadline;
            this.ended = ended;
        }

        private void next() {
            long now = System.nanoTime();
            var operation = now < deadline ? scenario.next() : Optional.<Scenario.Operation>empty();
            if (operation.isEmpty()) {
                left--;
                if (left == 0) {
                    ended.complete(measurement);
                }
                return;
            }
            operation.get().start(http).onComplete(answer -> answered(answer, now));
        }

        private void answered(AsyncResult<Long> answer, long since) {
            long now = System.nanoTime();
            if (answer.succeeded()) {
                measurement.succeeded(answer.result(), since, now);
            } else {
                measurement.failed(answer.cause(), now);
            }
            next();
        }
    }
}

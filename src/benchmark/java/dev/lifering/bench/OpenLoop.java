package dev.lifering.bench;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests arrive at a fixed rate, whatever becomes of those before. Latency counts from the moment a request was meant to
 * be sent, so that it shows a stall to everybody whom the stall would have met.
 */
final class OpenLoop {
    private final Vertx vertx;
    private final Http http;
    private final double perSecond;

    OpenLoop(Vertx vertx, Http http, double perSecond) {
        this.vertx = vertx;
        this.http = http;
        this.perSecond = perSecond;
    }

    Measurement run(Scenario scenario, Duration duration) {
        var arrivals = new Arrivals(scenario, Math.round(perSecond * duration.toNanos() / 1e9));
        Context thread = vertx.getOrCreateContext();
        long interval = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        long start = System.nanoTime();
        thread.runOnContext(ignored -> arrivals.measurement.begin(start));
        for (long i = 0; i < arrivals.expected; i++) {
            long due = start + i * interval;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            thread.runOnContext(ignored -> arrivals.one(due));
        }
        return arrivals.ended.join();
    }

    private final class Arrivals {
        private final Scenario scenario;
        private final long expected;
        private final Measurement measurement = new Measurement();
        private final CompletableFuture<Measurement> ended = new CompletableFuture<>();
        private long over;

        Arrivals(Scenario scenario, long expected) {
            this.scenario = scenario;
            this.expected = expected;
        }

        private void one(long due) {
            scenario.next()
                    .ifPresentOrElse(
                            operation -> operation.start(http).onComplete(answer -> answered(answer, due)),
                            this::count);
        }

        private void answered(AsyncResult<Long> answer, long due) {
            long now = System.nanoTime();
            if (answer.succeeded()) {
                measurement.succeeded(answer.result(), due, now);
            } else {
                measurement.failed(answer.cause(), now);
            }
            count();
        }

        private void count() {
            over++;
            if (over == expected) {
                ended.complete(measurement);
            }
        }
    }
}

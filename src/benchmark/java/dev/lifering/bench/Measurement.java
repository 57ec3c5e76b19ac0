package dev.lifering.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came of a run: how many, how long each, how many went wrong. Filled on one thread. */
final class Measurement {
    private static final int SHOWN_ERRORS = 3;

    private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toMicros(30), 3);
    private final List<String> messages = new ArrayList<>();
    private long done;
    private long errors;
    private long start;
    private long end;

    void begin(long nanoTime) {
        start = nanoTime;
        end = nanoTime;
    }

    void succeeded(long count, long since, long now) {
        done += count;
        latencies.recordValue(Math.max(1, TimeUnit.NANOSECONDS.toMicros(now - since)));
        end = now;
    }

    void failed(Throwable cause, long now) {
        errors++;
        end = now;
        if (messages.size() < SHOWN_ERRORS) {
            messages.add(String.valueOf(cause.getMessage()));
        }
    }

    long done() {
        return done;
    }

    long errors() {
        return errors;
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    double seconds() {
        return (end - start) / 1e9;
    }

    double perSecond() {
        return seconds() == 0 ? 0 : done / seconds();
    }

    double milliseconds(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }
}

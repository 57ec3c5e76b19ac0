package dev.lifering.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A row of the table: the medians of the runs of one scenario under one load. */
record Row(String scenario, String load, List<Sample> samples) {

    /** One run. */
    record Sample(Measurement measured, Usage used) {
        private double per(double amount) {
            return measured.done() == 0 ? 0 : amount / measured.done();
        }
    }

    static final List<String> TITLES = List.of(
            "scenario",
            "load",
            "per s",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "p99.9 ms",
            "errors",
            "app CPU ms",
            "PG CPU ms",
            "client CPU %",
            "RSS MiB",
            "alloc KiB");

    private static final double MEBI = 1 << 20;
    private static final double KIBI = 1 << 10;

    double perSecond() {
        return median(sample -> sample.measured().perSecond());
    }

    long errors() {
        return samples.stream().mapToLong(sample -> sample.measured().errors()).sum();
    }

    /** Whether there was anything to measure. */
    boolean isEmpty() {
        return samples.stream().allMatch(sample -> sample.measured().done() == 0);
    }

    List<String> cells() {
        return List.of(
                scenario,
                load,
                number(1, perSecond()),
                number(2, percentile(50)),
                number(2, percentile(90)),
                number(2, percentile(99)),
                number(2, percentile(99.9)),
                Long.toString(errors()),
                number(3, application()),
                number(3, database()),
                number(0, client()),
                number(0, peak()),
                number(0, allocated()));
    }

    JsonObject json() {
        return new JsonObject()
                .put("scenario", scenario)
                .put("load", load)
                .put("runs", samples.size())
                .put(
                        "operations",
                        samples.stream()
                                .mapToLong(sample -> sample.measured().done())
                                .sum())
                .put("perSecond", rounded(perSecond()))
                .put("p50", rounded(percentile(50)))
                .put("p90", rounded(percentile(90)))
                .put("p99", rounded(percentile(99)))
                .put("p999", rounded(percentile(99.9)))
                .put("errors", errors())
                .put("applicationCpuMs", rounded(application()))
                .put("postgresqlCpuMs", rounded(database()))
                .put("clientCpuPercent", rounded(client()))
                .put("peakRssMiB", rounded(peak()))
                .put("allocatedKiB", rounded(allocated()));
    }

    private double percentile(double percentile) {
        return median(sample -> sample.measured().milliseconds(percentile));
    }

    private double application() {
        return median(sample -> sample.per(sample.used().application()));
    }

    private double database() {
        return median(sample -> sample.per(sample.used().database()));
    }

    /** The load program's share of one core. */
    private double client() {
        return median(sample -> sample.used().client() / (sample.measured().seconds() * 1000) * 100);
    }

    private double peak() {
        return samples.stream().mapToLong(sample -> sample.used().peak()).max().orElse(0) / MEBI;
    }

    private double allocated() {
        return median(sample -> sample.per(sample.used().allocated()) / KIBI);
    }

    private double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(int decimals, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : 0;
    }
}

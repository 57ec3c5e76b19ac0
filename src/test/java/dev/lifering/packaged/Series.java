package dev.lifering.packaged;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One number of a scrape, as Prometheus' text format writes it. */
record Series(String metric, Map<String, String> labels, double value) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** All that a scrape holds. */
    static List<Series> of(String metrics) {
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Series::read)
                .toList();
    }

    private static Series read(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new AssertionError("not a line of the text format: " + line);
        }
        String labels = found.group(2) == null ? "" : found.group(2);
        return new Series(
                found.group(1),
                LABEL.matcher(labels)
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2))),
                Double.parseDouble(found.group(3)));
    }
}

package dev.lifering.torture;

import dev.lifering.torture.Storm.Struck;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a torture run has come to, as Markdown. */
final class Report {
    private static final int MANY = 40;

    private final StringBuilder text = new StringBuilder();

    /** The head line, and how long it all took. */
    Report(String about) {
        text.append("# Torture run\n\n").append(about).append("\n\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    Report line(String line) {
        text.append(line).append("\n\n");
        return this;
    }

    /** Requests by what they asked for and what became of them. */
    Report operations(List<Answer> answers) {
        Outcome[] outcomes = Outcome.values();
        row(Stream.concat(Stream.of("operation"), Arrays.stream(outcomes).map(Report::word)));
        row(Stream.concat(Stream.of("---"), Arrays.stream(outcomes).map(outcome -> "---:")));
        Map<Kind, Map<Outcome, Long>> counts = answers.stream()
                .collect(Collectors.groupingBy(
                        Answer::kind,
                        () -> new EnumMap<>(Kind.class),
                        Collectors.groupingBy(Answer::outcome, Collectors.counting())));
        counts.forEach((kind, of) -> row(Stream.concat(
                Stream.of(word(kind)),
                Arrays.stream(outcomes).map(outcome -> String.valueOf(of.getOrDefault(outcome, 0L))))));
        row(Stream.concat(
                Stream.of("**all " + answers.size() + "**"),
                Arrays.stream(outcomes)
                        .map(outcome -> String.valueOf(answers.stream()
                                .filter(answer -> answer.outcome() == outcome)
                                .count()))));
        text.append('\n');
        return this;
    }

    /** Faults by kind, and how long the recovery took. */
    Report faults(List<Struck> struck) {
        row(Stream.of("fault", "struck", "survived", "recovery, median", "longest"));
        row(Stream.of("---", "---:", "---:", "---:", "---:"));
        for (Fault fault : Fault.values()) {
            List<Struck> of =
                    struck.stream().filter(one -> one.fault() == fault).toList();
            List<Duration> times = of.stream()
                    .filter(Struck::isSurvived)
                    .map(Struck::recovery)
                    .sorted()
                    .toList();
            if (!of.isEmpty()) {
                row(Stream.of(
                        fault.title(),
                        String.valueOf(of.size()),
                        String.valueOf(times.size()),
                        times.isEmpty() ? "" : seconds(median(times)),
                        times.isEmpty() ? "" : seconds(times.get(times.size() - 1))));
            }
        }
        long survived = struck.stream().filter(Struck::isSurvived).count();
        row(Stream.of("**all**", String.valueOf(struck.size()), String.valueOf(survived), "", ""));
        text.append('\n');
        return this;
    }

    Report violations(List<Breach> violations) {
        text.append("**").append(violations.size()).append(" violations**\n\n");
        violations.stream()
                .limit(MANY)
                .forEach(violation -> text.append("- ")
                        .append(violation.rule())
                        .append(": ")
                        .append(violation.story())
                        .append('\n'));
        return this;
    }

    private static Duration median(List<Duration> sorted) {
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return lower.plus(sorted.get(sorted.size() / 2)).dividedBy(2);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void row(Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }
}

package dev.lifering.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects rows, prints one JSON line for each, and in the end the table for people. */
final class Report {
    private final Path folder;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.deleteIfExists(json());
    }

    void add(Row row) throws IOException {
        rows.add(row);
        line(row.json());
        row.samples().stream()
                .flatMap(sample -> sample.measured().messages().stream())
                .distinct()
                .limit(3)
                .forEach(message -> System.out.println("  ERROR " + message));
    }

    void limit(String form, int clients, Limit.Rate rate, double ours) throws IOException {
        double ratio = ours / rate.perSecond();
        limits.add(String.format(
                Locale.ROOT,
                "| pgbench, %s | %d | %.1f | %.3f | %.1f | %.2f |",
                form,
                clients,
                rate.perSecond(),
                rate.databaseCpu(),
                ours,
                ratio));
        line(new JsonObject()
                .put("limit", form)
                .put("clients", clients)
                .put("perSecond", rate.perSecond())
                .put("postgresqlCpuMs", rate.databaseCpu())
                .put("ours", ours)
                .put("ratio", ratio));
    }

    void note(String note) {
        notes.add(note);
        System.out.println("  " + note);
    }

    /** Leaves the statements of a request in a file of their own. */
    void statements(String note, List<String> statements) throws IOException {
        note(note);
        Files.write(folder.resolve("statements.txt"), statements);
    }

    long errors() {
        return rows.stream().mapToLong(Row::errors).sum();
    }

    /** Prints the table, and leaves it beside the JSON lines as Markdown. */
    void finish(String title) throws IOException {
        var markdown = new ArrayList<String>(List.of(title, ""));
        markdown.addAll(table());
        if (!limits.isEmpty()) {
            markdown.add("");
            markdown.add("| limit | clients | per s | PG CPU ms | ours per s | ours / limit |");
            markdown.add("|---|---|---|---|---|---|");
            markdown.addAll(limits);
        }
        notes.forEach(note -> markdown.addAll(List.of("", note)));
        Files.write(folder.resolve("report.md"), markdown);
        System.out.println();
        markdown.forEach(System.out::println);
    }

    private List<String> table() {
        var cells = new ArrayList<List<String>>(List.of(Row.TITLES));
        rows.stream().map(Row::cells).forEach(cells::add);
        var widths = new int[Row.TITLES.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var lines = new ArrayList<String>();
        cells.forEach(row -> lines.add(aligned(row, widths)));
        lines.add(1, aligned(Row.TITLES.stream().map(ignored -> "---").toList(), widths));
        return lines;
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format(
                    Locale.ROOT, i < 2 ? " %-" + widths[i] + "s |" : " %" + widths[i] + "s |", row.get(i)));
        }
        return line.toString();
    }

    private void line(JsonObject json) throws IOException {
        System.out.println(json.encode());
        Files.writeString(
                json(), json.encode() + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path json() {
        return folder.resolve("report.jsonl");
    }
}

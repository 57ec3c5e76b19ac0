package dev.lifering.audit.export;

import dev.lifering.audit.AuditEventView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line per event below a line of names, which are those of the JSON. What does not apply is an empty cell. */
final class CsvFormat implements ExportFormat {
    private static final List<String> NAMES = List.of(
            "id",
            "occurredAt",
            "type",
            "outcome",
            "actorKind",
            "actor",
            "subject",
            "accountId",
            "method",
            "reason",
            "object",
            "address",
            "requestId");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public byte[] head() {
        return bytes(NAMES);
    }

    @Override
    public byte[] event(AuditEventView event) {
        Stream<@Nullable String> cells = Stream.of(
                event.id().toString(),
                event.occurredAt().toString(),
                event.type(),
                event.outcome().name().toLowerCase(Locale.ROOT),
                event.actorKind().name().toLowerCase(Locale.ROOT),
                event.actor(),
                event.subject(),
                event.accountId(),
                event.method(),
                event.reason(),
                event.object(),
                event.address(),
                event.requestId());
        return bytes(cells.map(cell -> Objects.requireNonNullElse(cell, "")).toList());
    }

    private static byte[] bytes(List<String> cells) {
        return Csv.line(cells).getBytes(StandardCharsets.UTF_8);
    }
}

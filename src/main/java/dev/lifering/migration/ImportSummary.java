package dev.lifering.migration;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many lines of an import ended how. */
final class ImportSummary {
    private final Map<ImportOutcome, Long> lines = new EnumMap<>(ImportOutcome.class);
    private long bound;
    private long codes;

    void count(ImportReportLine line) {
        lines.merge(line.outcome(), 1L, Long::sum);
        ImportReportLine.Authenticators authenticators = line.authenticators();
        bound += authenticators == null ? 0 : authenticators.bound();
        Integer taken = line.backupCodes();
        codes += taken == null ? 0 : taken;
    }

    /** Whether any line was refused. */
    boolean hasRefusals() {
        return lines.containsKey(ImportOutcome.REFUSED);
    }

    /** In words, such as {@code 2 created, 1 refused; 2 authenticators bound, 20 backup codes taken over}. */
    @Override
    public String toString() {
        String outcomes = lines.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().wireName())
                .collect(Collectors.joining(", "));
        return (outcomes.isEmpty() ? "nothing to import" : outcomes) + "; " + bound + " authenticators bound"
                + (codes == 0 ? "" : ", " + codes + " backup codes taken over");
    }
}

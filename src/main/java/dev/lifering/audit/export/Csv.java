package dev.lifering.audit.export;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) that are safe to open in a spreadsheet. */
final class Csv {
    private static final String QUOTED = ",\"\r\n";

    /** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** One line with its end. An apostrophe in front of a cell keeps it from being run as a formula. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(symbol -> QUOTED.indexOf(symbol) >= 0);
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package dev.lifering.migration;

import dev.lifering.migration.format.ImportFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line behind {@code import}.
 *
 * @param file its path; {@code -} for standard input
 * @param secretFile the path of the file with the application's secret; null for none
 */
public record ImportArguments(
        ImportFormat format,
        String file,
        String account,
        @Nullable String issuer,
        @Nullable String secretFile,
        boolean dryRun,
        boolean tellUsers) {
    /** The word with which the command begins. */
    public static final String COMMAND = "import";

    private static final String ACCOUNT = "--account";
    private static final String ISSUER = "--issuer";
    private static final String SECRET_FILE = "--secret-file";
    private static final String DRY_RUN = "--dry-run";
    private static final String NOTIFY = "--notify";
    private static final Set<String> WITH_VALUE = Set.of(ACCOUNT, ISSUER, SECRET_FILE);
    private static final Set<String> SWITCHES = Set.of(DRY_RUN, NOTIFY);

    /** The arguments; empty when they are none that the command takes. */
    public static Optional<ImportArguments> of(List<String> words) {
        var plain = new ArrayDeque<String>();
        var values = new HashMap<String, String>();
        var switches = new HashSet<String>();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.remove();
            if (WITH_VALUE.contains(word) && !left.isEmpty()) {
                values.put(word, left.remove());
            } else if (SWITCHES.contains(word)) {
                switches.add(word);
            } else if (word.startsWith("--")) {
                return Optional.empty();
            } else {
                plain.add(word);
            }
        }
        return arguments(List.copyOf(plain), values, switches);
    }

    private static Optional<ImportArguments> arguments(
            List<String> plain, Map<String, String> values, Set<String> switches) {
        String account = values.get(ACCOUNT);
        if (plain.size() != 3 || !plain.get(0).equals(COMMAND) || account == null) {
            return Optional.empty();
        }
        return ImportFormat.named(plain.get(1).replace('-', '_'))
                .map(format -> new ImportArguments(
                        format,
                        plain.get(2),
                        account,
                        values.get(ISSUER),
                        values.get(SECRET_FILE),
                        switches.contains(DRY_RUN),
                        switches.contains(NOTIFY)));
    }
}

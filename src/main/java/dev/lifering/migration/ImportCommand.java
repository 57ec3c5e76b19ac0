package dev.lifering.migration;

import dev.lifering.audit.Doer;
import dev.lifering.crypto.Secret;
import dev.lifering.migration.format.EntryReader;
import dev.lifering.problem.Problem;
import io.quarkus.runtime.QuarkusApplication;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code import}: the report goes to standard output, everything else to the other one. */
public class ImportCommand implements QuarkusApplication {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    /** Who it was, in the trail: whoever may start the application on its database is an operator. */
    private static final Doer OPERATOR = new Doer(Doer.Kind.SYSTEM, "import-command");

    private final UserImports imports;

    ImportCommand(UserImports imports) {
        this.imports = imports;
    }

    /** The settings with which the application comes up for it: without a port, and with its log out of the way. */
    public static void prepare() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        // Each fact goes into the trail; the report is what tells of the lines.
        System.setProperty("quarkus.log.category.\"dev.lifering.audit\".level", "WARN");
    }

    @Override
    public int run(String... words) {
        return ImportArguments.of(List.of(words))
                .map(arguments -> run(arguments, System.out, System.err))
                .orElse(WRONG_USE);
    }

    /** Runs the import and gives the exit code: 1 when any line was refused, or the file was not read to its end. */
    int run(ImportArguments arguments, PrintStream out, PrintStream err) {
        try (InputStream file = open(arguments.file())) {
            var source = new ImportSource(arguments.format(), arguments.issuer(), secrets(arguments.secretFile()));
            source.refuseIncomplete();
            imports.refuseUnknown(arguments.account());
            EntryReader entries = imports.open(source, file);
            var report = new BufferedOutputStream(out);
            ImportSummary summary = imports.run(order(arguments), entries, report);
            report.flush();
            err.println("import: " + summary + (arguments.dryRun() ? " (dry run: nothing was changed)" : ""));
            return summary.hasRefusals() ? REFUSED : DONE;
        } catch (Problem problem) {
            err.println("import: " + problem.detail() + " " + problem.members().getOrDefault("violations", ""));
            return REFUSED;
        } catch (IOException unreadable) {
            err.println("import: cannot go on: " + unreadable);
            return REFUSED;
        }
    }

    private static ImportOrder order(ImportArguments arguments) {
        return new ImportOrder(
                arguments.account(), arguments.format(), arguments.dryRun(), arguments.tellUsers(), OPERATOR);
    }

    private static InputStream open(String file) throws IOException {
        return new BufferedInputStream(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)));
    }

    /** One secret per line; applications that changed theirs have several. */
    private static List<Secret> secrets(@Nullable String file) throws IOException {
        if (file == null) {
            return List.of();
        }
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Secret.of(line.strip().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}

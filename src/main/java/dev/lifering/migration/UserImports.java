package dev.lifering.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.EntryReader;
import dev.lifering.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings users over entry by entry and reports entry by entry, so that neither side has to hold the whole. What has been
 * reported has been kept.
 */
@ApplicationScoped
class UserImports {
    /** A commit costs more than keeping a user does. More of them in one would only keep locks for longer. */
    private static final int BATCH = 100;

    private final EntryReaders readers;
    private final MigrationService migrations;
    private final ObjectMapper json;

    UserImports(EntryReaders readers, MigrationService migrations, ObjectMapper json) {
        this.readers = readers;
        this.migrations = migrations;
        this.json = json;
    }

    void refuseUnknown(String accountId) {
        migrations.refuseUnknown(accountId);
    }

    /** Reads to the end. What is refused does not hold up what comes after it. */
    ImportSummary run(ImportOrder order, EntryReader entries, OutputStream report) throws IOException {
        var reporting = new Reporting(report, new ImportSummary());
        var batch = new ArrayList<Entry>(BATCH);
        for (Optional<Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
            batch.add(entry.get());
            // Whoever waits for the answer to his line before he sends another must not wait for ever.
            if (batch.size() == BATCH || entries.isIdle()) {
                keep(order, batch, reporting);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            keep(order, batch, reporting);
        }
        return reporting.summary;
    }

    /** The reader of such a file. */
    EntryReader open(ImportSource source, InputStream file) throws IOException {
        return readers.open(source, file);
    }

    private void keep(ImportOrder order, List<Entry> batch, Reporting reporting) throws IOException {
        List<ImportReportLine> together = together(order, batch);
        if (together.isEmpty()) {
            for (Entry entry : batch) {
                reporting.write(alone(order, entry));
            }
        }
        for (ImportReportLine line : together) {
            reporting.write(line);
        }
        reporting.report.flush();
    }

    /** All in one transaction; empty when that failed, and each has to be tried by itself. */
    private List<ImportReportLine> together(ImportOrder order, List<Entry> batch) {
        try {
            return migrations.keep(order, batch);
        } catch (RuntimeException oneOfThemFailed) {
            // Such as two imports that wait for one another. Which it was, and why, shows when it is alone.
            return List.of();
        }
    }

    private ImportReportLine alone(ImportOrder order, Entry entry) {
        try {
            return migrations.keep(order, List.of(entry)).get(0);
        } catch (Problem refusal) {
            String id = entry instanceof Entry.Found found ? MigrationService.name(found) : null;
            return ImportReportLine.refused(entry.line(), id, refusal);
        }
    }

    /** Where the lines of the report go. */
    private final class Reporting {
        private final OutputStream report;
        private final ImportSummary summary;

        Reporting(OutputStream report, ImportSummary summary) {
            this.report = report;
            this.summary = summary;
        }

        void write(ImportReportLine line) throws IOException {
            report.write(json.writeValueAsBytes(line));
            report.write('\n');
            summary.count(line);
        }
    }
}

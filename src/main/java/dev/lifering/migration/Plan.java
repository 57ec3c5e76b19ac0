package dev.lifering.migration;

import dev.lifering.directory.Person;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an entry that nothing speaks against.
 *
 * @param person whom it is about; null when he is still to be made
 * @param fresh the apps that he does not have yet
 */
record Plan(Entry.Found entry, @Nullable Person person, List<ForeignApp> fresh) {

    Plan {
        fresh = List.copyOf(fresh);
    }

    /** The line of the report, once it is done. */
    ImportReportLine done(String id, ImportOutcome outcome) {
        int all = entry.apps().size();
        return new ImportReportLine(
                entry.line(),
                id,
                outcome,
                all == 0 ? null : new ImportReportLine.Authenticators(fresh.size(), all - fresh.size()),
                entry.leftBehind().isEmpty() ? null : entry.leftBehind(),
                null);
    }
}

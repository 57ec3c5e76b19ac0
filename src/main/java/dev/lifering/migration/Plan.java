package dev.lifering.migration;

import dev.lifering.directory.Person;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.migration.format.Entry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an entry that nothing speaks against.
 *
 * @param person whom it is about; null when he is still to be made
 * @param fresh the apps that he does not have yet
 * @param codes what becomes of the backup codes in it
 */
record Plan(Entry.Found entry, @Nullable Person person, List<ForeignApp> fresh, Codes codes) {

    /** What becomes of the backup codes of an entry. */
    enum Codes {
        /** They are taken into use. */
        TAKEN,
        /** They, or what was left of them, are in use already. */
        UNCHANGED,
        /** There are none, or they stay where they are. */
        LEFT
    }

    Plan {
        fresh = List.copyOf(fresh);
    }

    /** One that binds nothing. */
    static Plan nothing(Entry.Found entry, @Nullable Person person) {
        return new Plan(entry, person, List.of(), Codes.LEFT);
    }

    /** Whether anything is to be taken into use. */
    boolean binds() {
        return !fresh.isEmpty() || taken() != null;
    }

    /** The codes to be taken into use; null for none. */
    @Nullable
    ForeignCodes taken() {
        return codes == Codes.TAKEN ? entry.codes() : null;
    }

    /** The line of the report, once it is done. */
    ImportReportLine done(String id, ImportOutcome outcome) {
        int all = entry.apps().size();
        ForeignCodes taken = taken();
        List<String> notImported = notImported();
        return new ImportReportLine(
                entry.line(),
                id,
                outcome,
                all == 0 ? null : new ImportReportLine.Authenticators(fresh.size(), all - fresh.size()),
                taken == null ? null : taken.codes().size(),
                notImported.isEmpty() ? null : notImported,
                null);
    }

    private List<String> notImported() {
        ForeignCodes there = entry.codes();
        if (there == null || codes != Codes.LEFT) {
            return entry.leftBehind();
        }
        return Stream.concat(
                        entry.leftBehind().stream(), Stream.of(there.scheme().nameThere()))
                .distinct()
                .toList();
    }
}

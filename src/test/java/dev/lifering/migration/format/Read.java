package dev.lifering.migration.format;

import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** All that a reader gives, for tests. */
public final class Read {
    private Read() {}

    public static List<Entry> all(EntryReader reader) throws IOException {
        var all = new ArrayList<Entry>();
        for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return all;
    }

    /** An entry that is no refusal. */
    public static Entry.Found found(Entry entry) {
        if (entry instanceof Entry.Refused refused) {
            throw new AssertionError("refused: " + refused.problem().getMessage());
        }
        return (Entry.Found) entry;
    }

    public static Problem problem(Entry entry) {
        return ((Entry.Refused) entry).problem();
    }

    /** Algorithm, digits, period in seconds and key of an app, such as {@code SHA1 6 30 3132…}. */
    public static String told(ForeignApp app) {
        var parameters = app.parameters();
        return "%s %d %d %s"
                .formatted(
                        parameters.algorithm(),
                        parameters.digits(),
                        parameters.period().toSeconds(),
                        HexFormat.of().formatHex(app.secret().bytes()));
    }
}

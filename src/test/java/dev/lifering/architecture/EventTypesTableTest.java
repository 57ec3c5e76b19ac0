package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.audit.Deed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/webhooks.md} lists each type of event, which are those of the audit trail. */
class EventTypesTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\| .* ?\\|$");

    @Test
    void theTableHasAllTypesAndNoOther() {
        var written = new TreeSet<String>();
        Markdown.matches(ROW, Markdown.of(Path.of("docs", "webhooks.md")).section("Types"))
                .forEach(row -> written.addAll(Markdown.names(row.group(1))));
        assertEquals(
                Arrays.stream(Deed.values()).map(Deed::wireName).collect(Collectors.toCollection(TreeSet::new)),
                written);
    }
}

package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names tests that exist, and has a row for each requirement that it promises to speak of. */
class EvidenceTest {
    private static final Path PAGE = Path.of("docs/security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern PROOF = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([\\dB][\\d.]*) \\| (.*) \\| (.*) \\| (.*) \\|$");

    /** OWASP ASVS 5.0 6.1 and 6.3 to 6.6, NIST SP 800-63B-4 and RFC 6238 5, by the numbers that they give them. */
    private static final List<String> REQUIREMENTS = List.of(
            "6.1.1", "6.1.2", "6.1.3", "6.3.1", "6.3.2", "6.3.3", "6.3.4", "6.3.5", "6.3.6", "6.3.7", "6.3.8", "6.4.1",
            "6.4.2", "6.4.3", "6.4.4", "6.4.5", "6.4.6", "6.5.1", "6.5.2", "6.5.3", "6.5.4", "6.5.5", "6.5.6", "6.5.7",
            "6.5.8", "6.6.1", "6.6.2", "6.6.3", "6.6.4", "3.1.2.1", "3.1.2.2", "3.1.4.1", "3.1.4.2", "3.2.2", "4.1",
            "4.1.2.1", "4.1.2.2", "4.2.1.1", "4.2.1.2", "4.2.1.4", "4.2.2.2", "4.2.3", "4.6", "5.1", "5.2");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var missing = new TreeSet<String>();
        List<MatchResult> proofs =
                PROOF.matcher(Files.readString(PAGE)).results().toList();
        assertTrue(proofs.size() > REQUIREMENTS.size(), "the page names too few tests: " + proofs.size());
        for (MatchResult proof : proofs) {
            if (!exists(proof.group(1), proof.group(2))) {
                missing.add(proof.group());
            }
        }
        assertEquals(List.of(), List.copyOf(missing));
    }

    @Test
    void everyRequirementHasARow() throws IOException {
        var found = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertEquals(
                List.of(),
                REQUIREMENTS.stream().filter(id -> !found.contains(id)).toList());
    }

    @Test
    void whatHasNoProofSaysWhy() throws IOException {
        var silent = new ArrayList<String>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            boolean proved = PROOF.matcher(row.group(4)).find();
            boolean explained =
                    row.group(3).startsWith("Not ours: ") || row.group(3).startsWith("Not met: ");
            if (!proved && !explained) {
                silent.add(row.group(1));
            }
        }
        assertEquals(List.of(), silent);
    }

    private static boolean exists(String type, String method) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var file = files.filter(path -> path.endsWith(type + ".java")).findFirst();
            return file.isPresent()
                    && Pattern.compile("void " + method + "\\(")
                            .matcher(Files.readString(file.get()))
                            .find();
        }
    }
}

package dev.lifering.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the console: what one language says, the others say too, and the pages ask for nothing else. */
class CataloguesTest {
    private static final Path CONSOLE = Path.of("src/main/resources/META-INF/resources/console");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern ASKED_BY_PREFIX = Pattern.compile("\\bt(?:Or)?\\(`([\\w.-]*)\\$\\{");

    /** What the API says itself, in English. */
    private static final Pattern SAID_BY_THE_API = Pattern.compile("(problem|persona)\\..*");

    private final Map<String, String> english = catalogue("en");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ja"})
    void everyLanguageSaysTheSame(String language) {
        Map<String, String> other = catalogue(language);
        Set<String> missing = without(stems(english.keySet()), stems(other.keySet()));
        Set<String> more = without(stems(other.keySet()), stems(english.keySet()));
        more.removeIf(key -> SAID_BY_THE_API.matcher(key).matches());
        assertEquals(Set.of(), missing);
        assertEquals(Set.of(), more);
        var differing = new ArrayList<String>();
        english.forEach((key, text) -> {
            if (other.containsKey(key) && !placeholders(text).equals(placeholders(other.get(key)))) {
                differing.add(key);
            }
        });
        assertEquals(List.of(), differing);
    }

    @Test
    void thePagesAskOnlyForWhatIsThere() {
        Set<String> stems = stems(english.keySet());
        var unknown = new TreeSet<String>();
        for (String module : modules()) {
            found(ASKED, module).filter(key -> !stems.contains(key)).forEach(unknown::add);
            found(ASKED_BY_PREFIX, module)
                    .filter(prefix -> !prefix.isEmpty())
                    .filter(prefix -> stems.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(unknown::add);
        }
        unknown.removeIf(key -> SAID_BY_THE_API.matcher(key).matches());
        assertEquals(Set.of(), unknown);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static List<String> modules() {
        try (Stream<Path> files = Files.list(CONSOLE)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(CataloguesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> catalogue(String language) {
        try {
            return new ObjectMapper()
                    .readValue(read(CONSOLE.resolve("messages/" + language + ".json")), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Languages differ in their plural forms. */
    private static Set<String> stems(Set<String> keys) {
        return keys.stream()
                .map(key -> key.replaceAll("\\.(one|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}

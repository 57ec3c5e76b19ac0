package dev.lifering.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as a reader on GitHub sees it. */
record Markdown(Path path, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

    /** All pages that are written by hand. */
    static List<Markdown> all() {
        var pages = new TreeSet<>(List.of(Path.of("README.md"), Path.of("SECURITY.md"), Path.of("bench/README.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages.stream().map(Markdown::of).toList();
    }

    static Markdown of(Path path) {
        try {
            return new Markdown(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text without blocks of code, in which neither links nor headings are. */
    String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    /** Where its links and pictures lead. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    List<String> headings() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    /** The anchors of its headings, by GitHub's rule; a second heading of the same words gets a number. */
    Set<String> anchors() {
        var anchors = new HashSet<String>();
        for (String heading : headings()) {
            String anchor = heading.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            String free = anchor;
            for (int number = 1; !anchors.add(free); number++) {
                free = anchor + "-" + number;
            }
        }
        return anchors;
    }

    /** What stands below a heading, up to the next one. */
    String section(String heading) {
        int from = text.indexOf("\n## " + heading + "\n");
        if (from < 0) {
            throw new IllegalStateException(path + " has no section " + heading);
        }
        int to = text.indexOf("\n## ", from + 1);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /**
     * The names that a cell of a table lists in code font. One that begins with a dot shares with the first what stands
     * before that one's last dot.
     */
    static List<String> names(String cell) {
        List<String> names = codes(cell);
        return names.stream()
                .map(name -> name.startsWith(".")
                        ? names.get(0).substring(0, names.get(0).lastIndexOf('.')) + name
                        : name)
                .toList();
    }

    /** What stands in code font, in order. */
    static List<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .map(code -> code.group().replace("`", ""))
                .toList();
    }

    /** The groups of each match of a pattern in a text. */
    static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}

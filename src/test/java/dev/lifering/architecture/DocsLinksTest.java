package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation points at is there. Addresses elsewhere are read, not fetched. */
class DocsLinksTest {
    /** A file or folder of ours that is named in code font, without an option or a placeholder. */
    private static final Pattern PATH = Pattern.compile("`((?:\\.ci|bench|deploy|docs|src)/[\\w./-]+)[` ]");

    /** How comments in files point at a heading: the page and, in quotes, the heading. */
    private static final Pattern HEADING = Pattern.compile("(README|docs/\\w+\\.md), \"([^\"]+)\"");

    @Test
    void linksLeadToFilesAndHeadings() {
        var broken = new ArrayList<String>();
        int links = 0;
        for (Markdown page : Markdown.all()) {
            for (String link : page.links()) {
                links++;
                if (!leadsSomewhere(page, link)) {
                    broken.add(page.path() + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 50, "too few links were found: " + links);
    }

    @Test
    void filesThatAreNamedExist() {
        var missing = new ArrayList<String>();
        for (Markdown page : Markdown.all()) {
            for (MatchResult named : Markdown.matches(PATH, page.prose())) {
                Path path = Path.of(named.group(1));
                if (!Files.exists(path) && !isBuilt(path)) {
                    missing.add(page.path() + ": " + path);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void headingsThatCommentsNameExist() throws IOException {
        var missing = new ArrayList<String>();
        for (Path file : deploymentFiles()) {
            for (MatchResult named : Markdown.matches(HEADING, Files.readString(file))) {
                var page = Markdown.of(Path.of(named.group(1).equals("README") ? "README.md" : named.group(1)));
                if (!page.headings().contains(named.group(2))) {
                    missing.add(file + ": " + named.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static boolean leadsSomewhere(Markdown page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return link.startsWith("https://") && URI.create(link).getHost() != null;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.path()
                : page.path().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || Markdown.of(target).anchors().contains(parts[1]);
    }

    /** Secrets and what tools make are not in a clone. */
    private static boolean isBuilt(Path path) {
        return path.startsWith("deploy/secrets");
    }

    private static List<Path> deploymentFiles() throws IOException {
        try (Stream<Path> deploy = Files.walk(Path.of("deploy"))) {
            return Stream.concat(
                            Stream.of(Path.of("Dockerfile.jvm"), Path.of("Dockerfile.native")),
                            deploy.filter(Files::isRegularFile))
                    .toList();
        }
    }
}

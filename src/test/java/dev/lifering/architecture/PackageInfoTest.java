package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every package says what it is for and what it is not for, and that null is no value in it. */
class PackageInfoTest {
    private static final Pattern PURPOSE = Pattern.compile("/\\*\\* .{20,}?[.,] Not for .{5,}");

    private final List<SourceFile> sources = SourceFile.all();

    @Test
    void everyPackageHasItsPageAndIsNullMarked() {
        Set<String> marked = infos().stream()
                .filter(info -> info.text().contains("@NullMarked"))
                .map(SourceFile::packageName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> packages =
                sources.stream().map(SourceFile::packageName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages, marked);
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatNot() {
        List<String> silent = infos().stream()
                .filter(info -> !PURPOSE.matcher(prose(info)).matches())
                .map(SourceFile::packageName)
                .toList();
        assertEquals(List.of(), silent);
    }

    private List<SourceFile> infos() {
        return sources.stream()
                .filter(source -> source.path().endsWith("package-info.java"))
                .toList();
    }

    /** Without the line breaks of the Javadoc. */
    private static String prose(SourceFile info) {
        return info.text().replaceAll("\\R \\*? ?|\\R", " ");
    }
}

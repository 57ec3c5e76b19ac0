package dev.lifering.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * One source file, for the rules about what class files do not keep.
 *
 * @param packageName in full
 * @param imports the types that are imported, in full
 * @param methodLines how many lines the body of each method has; of overloads the longest
 * @param withToString the types that say themselves how they are printed, in full
 */
record SourceFile(
        Path path,
        String text,
        String packageName,
        List<String> imports,
        Map<String, Long> methodLines,
        Set<String> withToString) {
    private static final Path ROOT = Path.of("src", "main", "java");

    static List<SourceFile> all() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> found = Files.walk(ROOT);
                var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = found.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            var all = new ArrayList<SourceFile>();
            for (CompilationUnitTree unit : task.parse()) {
                all.add(read(unit, positions));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return text.lines().count();
    }

    private static SourceFile read(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        var outline = new Outline(unit, positions);
        outline.scan(unit, null);
        return new SourceFile(
                Path.of(unit.getSourceFile().getName()),
                unit.getSourceFile().getCharContent(true).toString(),
                unit.getPackageName().toString(),
                unit.getImports().stream().map(SourceFile::type).toList(),
                Map.copyOf(outline.methodLines),
                Set.copyOf(outline.withToString));
    }

    private static String type(ImportTree imported) {
        String name = imported.getQualifiedIdentifier().toString();
        return imported.isStatic() ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static final class Outline extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Long> methodLines = new HashMap<>();
        private final Set<String> withToString = new TreeSet<>();
        private final List<String> nesting = new ArrayList<>();

        private Outline(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            nesting.add(type.getSimpleName().toString());
            super.visitClass(type, nothing);
            nesting.remove(nesting.size() - 1);
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                long first = line(positions.getStartPosition(unit, method.getBody()));
                long last = line(positions.getEndPosition(unit, method.getBody()));
                methodLines.merge(type() + "." + method.getName(), last - first + 1, Math::max);
            }
            if (method.getName().contentEquals("toString")
                    && method.getParameters().isEmpty()) {
                withToString.add(unit.getPackageName() + "." + type());
            }
            return super.visitMethod(method, nothing);
        }

        private String type() {
            return nesting.stream().collect(Collectors.joining("$"));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}

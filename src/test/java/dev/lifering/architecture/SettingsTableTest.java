package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of settings in the README has each setting that the code reads, and its default. */
class SettingsTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.*?) \\| (.*) \\| (.*?) \\|$");

    /** Read before there are mappings, as they decide what the others are. */
    private static final Set<String> OF_THE_RUN_MODE = Set.of("lifering.database", "lifering.data-directory");

    /** Set by the demo for itself. */
    private static final Set<String> OF_NOBODY = Set.of("lifering.demo-issuer.key-location");

    /** The names of a row, in order, and what stands in the column of defaults. */
    private record Row(List<String> names, String defaults) {}

    @Test
    void theTableHasAllSettingsAndNoOther() {
        var read = new TreeSet<>(settings().keySet());
        read.addAll(OF_THE_RUN_MODE);
        read.removeAll(OF_NOBODY);
        var written = new TreeSet<String>();
        rows().stream()
                .flatMap(row -> row.names().stream())
                .filter(name -> name.startsWith("lifering."))
                .forEach(written::add);
        assertEquals(read, written);
    }

    @Test
    void defaultsAreThoseOfTheCode() {
        Map<String, Optional<String>> settings = settings();
        var wrong = new ArrayList<String>();
        for (Row row : rows()) {
            List<String> defaults = row.names().stream()
                    .flatMap(name -> settings.getOrDefault(name, Optional.empty()).stream())
                    .toList();
            List<String> written = Markdown.codes(row.defaults());
            if (written.size() < defaults.size()
                    || !written.subList(0, defaults.size()).equals(defaults)) {
                wrong.add(row.names() + " " + written + " in place of " + defaults);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(settings.values().stream().flatMap(Optional::stream).count() > 20, "too few defaults were found");
    }

    private static List<Row> rows() {
        return Markdown.matches(ROW, Markdown.of(Path.of("README.md")).section("Settings")).stream()
                .map(row -> new Row(Markdown.names(row.group(1)), row.group(3)))
                .toList();
    }

    /** Each setting of a mapping, with its default if it has one. */
    private static Map<String, Optional<String>> settings() {
        var settings = new TreeMap<String, Optional<String>>();
        Code.MAIN.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(type -> type.reflect())
                .forEach(mapping -> settings.putAll(
                        of(mapping, mapping.getAnnotation(ConfigMapping.class).prefix())));
        return settings;
    }

    private static Map<String, Optional<String>> of(Class<?> group, String prefix) {
        var settings = new LinkedHashMap<String, Optional<String>>();
        for (Method method : group.getDeclaredMethods()) {
            String name = method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method);
            if (Map.class.isAssignableFrom(method.getReturnType())) {
                var arguments = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments();
                settings.putAll(of((Class<?>) arguments[1], name + ".<name>"));
            } else {
                settings.put(
                        name,
                        Optional.ofNullable(method.getAnnotation(WithDefault.class))
                                .map(WithDefault::value));
            }
        }
        return settings;
    }

    private static String name(Method method) {
        return Optional.ofNullable(method.getAnnotation(WithName.class))
                .map(WithName::value)
                .orElseGet(() -> StringUtil.skewer(method.getName()));
    }
}

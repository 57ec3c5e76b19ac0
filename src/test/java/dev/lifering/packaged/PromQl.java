package dev.lifering.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the queries that {@code deploy/monitoring} brings for Prometheus ask a replica for. */
final class PromQl {
    private static final Path FOLDER = Path.of("deploy/monitoring");
    /** Prometheus adds them. */
    private static final Set<String> ADDED = Set.of("job", "instance");
    /** Whether there were answers with this status is not the replica's merit. */
    private static final Set<String> OF_ANY_VALUE = Set.of("status");

    /** Not a function, which a parenthesis follows; all of our metrics, and none of the language's words, have an underscore. */
    private static final Pattern SELECTOR =
            Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b(?!\\s*\\()(?:\\{([^}]*)})?");

    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");

    private PromQl() {}

    /** A metric with the labels that a query demands or groups by. */
    record Selector(String metric, List<Demand> demands, Set<String> groupedBy) {

        boolean selects(Series series) {
            return series.metric().equals(metric)
                    && series.labels().keySet().containsAll(groupedBy)
                    && demands.stream().allMatch(demand -> demand.isMetBy(series.labels()));
        }
    }

    /** What a label must be. */
    record Demand(String label, String operator, String value) {

        boolean isMetBy(Map<String, String> labels) {
            String is = labels.get(label);
            return is != null && (OF_ANY_VALUE.contains(label) || fits(is));
        }

        private boolean fits(String is) {
            boolean like = operator.endsWith("~") ? is.matches(value) : is.equals(value);
            return like != operator.startsWith("!");
        }
    }

    /** What the dashboard shows. */
    static Set<Selector> ofTheDashboard() {
        return selectors(new ObjectMapper(), "dashboard.json");
    }

    /** What the alerts look at. */
    static Set<Selector> ofTheAlerts() {
        return selectors(new YAMLMapper(), "alerts.yaml");
    }

    private static Set<Selector> selectors(ObjectMapper format, String file) {
        try {
            return format.readTree(Files.readString(FOLDER.resolve(file))).findValuesAsText("expr").stream()
                    .flatMap(PromQl::selectors)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Selector> selectors(String query) {
        Set<String> groupedBy = GROUPING.matcher(query)
                .results()
                .flatMap(grouping -> Stream.of(grouping.group(1).split("\\s*,\\s*")))
                .filter(label -> !ADDED.contains(label))
                .collect(Collectors.toSet());
        return SELECTOR.matcher(query)
                .results()
                .map(found -> new Selector(found.group(1), demands(found.group(2)), groupedBy));
    }

    private static List<Demand> demands(@Nullable String braces) {
        return braces == null
                ? List.of()
                : MATCHER.matcher(braces)
                        .results()
                        .filter(demand -> !ADDED.contains(demand.group(1)))
                        .map(PromQl::demand)
                        .toList();
    }

    private static Demand demand(MatchResult found) {
        return new Demand(found.group(1), found.group(2), found.group(3));
    }
}

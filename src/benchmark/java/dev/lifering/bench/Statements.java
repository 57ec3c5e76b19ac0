package dev.lifering.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which statements one verification sends, as PostgreSQL's log tells. Settings of the server are changed for that moment
 * and put back, so this is not for a run that measures at the same time.
 */
final class Statements {
    private static final Pattern LINE =
            Pattern.compile("(?m)^bench-pid=(\\d+) LOG:  (?:execute [^:]+|statement): ((?:.|\\n(?!bench-pid=))*)");
    private static final String WRITES_AUDIT = "insert into audit_event";
    private static final int LOG_DELAY_MILLISECONDS = 1000;

    private final World world;
    private final Path serverLog;

    Statements(World world, Path serverLog) {
        this.world = world;
        this.serverLog = serverLog;
    }

    /** The statements of the connection on which the verification was written down. */
    List<String> during(Action verification) throws Exception {
        set("log_line_prefix = 'bench-pid=%p '", "log_statement = 'all'");
        try {
            long from = Files.size(serverLog);
            verification.run();
            Thread.sleep(LOG_DELAY_MILLISECONDS);
            return statements(Files.readString(serverLog).substring((int) from));
        } finally {
            world.run("alter system reset log_line_prefix");
            world.run("alter system reset log_statement");
            world.run("select pg_reload_conf()");
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private void set(String... settings) throws SQLException, InterruptedException {
        for (String setting : settings) {
            world.run("alter system set " + setting);
        }
        world.run("select pg_reload_conf()");
        Thread.sleep(LOG_DELAY_MILLISECONDS);
    }

    private static List<String> statements(String log) throws IOException {
        Map<String, List<String>> byConnection = LINE.matcher(log)
                .results()
                .collect(Collectors.groupingBy(
                        line -> line.group(1),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                line -> line.group(2).replaceAll("\\s+", " ").strip(), Collectors.toList())));
        return byConnection.values().stream()
                .filter(each -> each.stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(WRITES_AUDIT)))
                .findFirst()
                .orElseThrow(() -> new IOException("the server's log shows no verification"));
    }

    /** How often the application waits for PostgreSQL: the driver sends BEGIN along with what follows it. */
    static long roundTrips(List<String> statements) {
        return statements.stream()
                .filter(text -> !text.equalsIgnoreCase("begin"))
                .count();
    }
}

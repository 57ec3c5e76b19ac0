package dev.lifering.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at the processes of a run through /proc, and at the application's allocations through jcmd. */
final class Processes {
    private static final double MILLISECONDS_PER_TICK = 10;
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=([0-9]+)([BKMGT]).*? tid=(0x\\w+)");
    private static final String UNITS = "BKMGT";
    private static final long KIBI = 1024;
    private static final int JCMD_SECONDS = 10;

    // Fields of /proc/<pid>/stat behind the name (proc(5)): the state is the first.
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int CHILDREN_USER_TIME = 13;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    private final long application;
    private final long postmaster;
    private final Path jcmd;

    Processes(long application, long postmaster, Path jcmd) {
        this.application = application;
        this.postmaster = postmaster;
        this.jcmd = jcmd;
    }

    /** Looks, and begins to watch for the next peak of memory. */
    Usage look() {
        var usage = new Usage(
                cpu(stat(application)),
                database(),
                cpu(stat(ProcessHandle.current().pid())),
                allocated(),
                peak());
        forgetPeak();
        return usage;
    }

    /** PostgreSQL's server, its processes that live, and those that have ended. */
    double database() {
        double sum = cpu(stat(postmaster)) + childrenEnded(stat(postmaster));
        for (var child :
                ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).toArray()) {
            String[] stat = stat(child);
            if (stat.length > PARENT && Long.parseLong(stat[PARENT]) == postmaster) {
                sum += cpu(stat);
            }
        }
        return sum;
    }

    private static double cpu(String[] stat) {
        return ticks(stat, USER_TIME) + ticks(stat, SYSTEM_TIME);
    }

    private static double childrenEnded(String[] stat) {
        return ticks(stat, CHILDREN_USER_TIME) + ticks(stat, CHILDREN_SYSTEM_TIME);
    }

    private static double ticks(String[] stat, int field) {
        return stat.length > field ? Long.parseLong(stat[field]) * MILLISECONDS_PER_TICK : 0;
    }

    /** The fields behind the name; none where the process is gone. */
    private static String[] stat(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private long peak() {
        try (var lines = Files.lines(Path.of("/proc/" + application + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the application is gone", e);
        }
    }

    private void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/" + application + "/clear_refs"), "5");
        } catch (IOException forbidden) {
            // Then the peak is the one since the start, which is no smaller.
        }
    }

    /** What each thread that lives has allocated, by its address; nothing where this is no JVM or there is no jcmd. */
    private Map<String, Long> allocated() {
        if (!Files.isExecutable(jcmd)) {
            return Map.of();
        }
        try {
            var process = new ProcessBuilder(jcmd.toString(), Long.toString(application), "Thread.print", "-e")
                    .redirectErrorStream(true)
                    .start();
            var dump = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(JCMD_SECONDS, TimeUnit.SECONDS);
            return ALLOCATED
                    .matcher(dump)
                    .results()
                    .collect(Collectors.toMap(
                            found -> found.group(3), found -> bytes(found.group(1), found.group(2)), Long::max));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("jcmd failed", e);
        }
    }

    private static long bytes(String number, String unit) {
        long bytes = Long.parseLong(number);
        for (int i = 0; i < UNITS.indexOf(unit); i++) {
            bytes *= KIBI;
        }
        return bytes;
    }
}

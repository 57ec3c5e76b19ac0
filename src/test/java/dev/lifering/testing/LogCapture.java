package dev.lifering.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Reads along with the log of the application, until it is closed. */
public final class LogCapture extends ExtHandler implements AutoCloseable {
    private static final ExtFormatter WHOLE = new PatternFormatter("%p [%c] %X %s%e");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level before;
    private final Level from;

    private LogCapture(String category, Level from, boolean louder) {
        this.logger = Logger.getLogger(category);
        this.before = logger.getLevel();
        this.from = from;
        setLevel(Level.ALL);
        if (louder) {
            logger.setLevel(Level.ALL);
        }
        logger.addHandler(this);
    }

    /** Everything that Lifering itself can be made to log. */
    public static LogCapture ofEverythingOurs() {
        return new LogCapture("dev.lifering", Level.ALL, true);
    }

    /** What calls an operator, from whomever it comes. */
    public static LogCapture ofErrors() {
        return new LogCapture("", Level.SEVERE, false);
    }

    /** The lines so far, with their exceptions. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void doPublish(ExtLogRecord entry) {
        if (entry.getLevel().intValue() >= from.intValue() && !isAboutAJumpOfTheClock(entry)) {
            lines.add(WHOLE.format(entry));
        }
    }

    /** When a test moves the clock far, the scheduler takes work that is just being done for a dead replica's. */
    private static boolean isAboutAJumpOfTheClock(ExtLogRecord entry) {
        return "com.github.kagkarlsson.scheduler.ExecutePicked".equals(entry.getLoggerName());
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}

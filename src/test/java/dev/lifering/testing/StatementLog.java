package dev.lifering.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads along with what Hibernate sends to the database, until it is closed. Background work, which may still be busy with
 * what other tests have left, is left out.
 */
public final class StatementLog extends Handler implements AutoCloseable {
    private static final String BACKGROUND = "db-scheduler";

    private final Logger logger = Logger.getLogger("org.hibernate.SQL");
    private final @Nullable Level before = logger.getLevel();
    private final List<String> statements = new CopyOnWriteArrayList<>();

    public StatementLog() {
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** The statements so far. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void publish(LogRecord entry) {
        if (!Thread.currentThread().getName().startsWith(BACKGROUND)) {
            statements.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}

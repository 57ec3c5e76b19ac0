package dev.lifering.work;

import java.time.Duration;

/** Work that comes back. Every bean of this type is run by one of the replicas at a time. */
public interface RecurringWork {

    /** The name of the work in the table of tasks; never changes. */
    String name();

    /** How long after one run ends the next begins, whichever replica runs it. */
    Duration every();

    /** Does the work, in transactions of its own. What it throws is logged, and the work comes back. */
    void run();
}

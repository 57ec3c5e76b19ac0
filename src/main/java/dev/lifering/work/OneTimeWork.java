package dev.lifering.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Work that is done for one thing, once it is due. {@link Agenda} holds what is to be done; any replica may do it. */
public interface OneTimeWork {

    /** The name of the work in the table of tasks; never changes. */
    String name();

    /**
     * Does the work, in transactions of its own. A replica may die in the middle, so it must stand being done again. What
     * it throws is logged, and the work comes back after a minute.
     *
     * @return when to come back to it; empty when it is done
     */
    Optional<Instant> run(UUID thing);
}

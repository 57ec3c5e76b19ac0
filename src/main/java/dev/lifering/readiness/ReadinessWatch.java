package dev.lifering.readiness;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Notices when an account is left with fewer than two able administrators. Costs nothing where nothing happens. */
@ApplicationScoped
class ReadinessWatch implements RecurringWork {
    private static final int BATCH = 500;

    private final ReadinessWatchService watch;
    private final ReadinessConfig config;
    private final InstantSource clock;

    ReadinessWatch(ReadinessWatchService watch, ReadinessConfig config, InstantSource clock) {
        this.watch = watch;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "readiness";
    }

    @Override
    public Duration every() {
        return config.interval();
    }

    @Override
    public void run() {
        boolean more;
        do {
            more = watch.look(BATCH, clock.instant());
        } while (more);
    }
}

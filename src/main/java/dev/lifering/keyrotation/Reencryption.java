package dev.lifering.keyrotation;

import dev.lifering.crypto.Reseal;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings every sealed row to the current key, in small transactions, then counts what is left. */
@ApplicationScoped
class Reencryption implements RecurringWork {
    private static final Logger LOG = Logger.getLogger(Reencryption.class);
    private static final int BATCH = 200;

    private final Instance<Reseal> resealing;
    private final KeyMetrics metrics;

    Reencryption(@Any Instance<Reseal> resealing, KeyMetrics metrics) {
        this.resealing = resealing;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "re-encryption";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        int sealedAgain = resealing.stream().mapToInt(Reencryption::all).sum();
        if (sealedAgain > 0) {
            LOG.infof("sealed %d rows again with the current key", sealedAgain);
        }
        metrics.refresh();
    }

    private static int all(Reseal rows) {
        int total = 0;
        int batch;
        do {
            batch = rows.resealSome(BATCH);
            total += batch;
        } while (batch == BATCH);
        return total;
    }
}

package dev.lifering.keyrotation;

import dev.lifering.crypto.Reseal;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings every sealed row to the current key, in small transactions. Looking for what is left costs an index look-up. */
@ApplicationScoped
class Reencryption implements RecurringWork {
    private static final Logger LOG = Logger.getLogger(Reencryption.class);
    private static final int BATCH = 200;

    private final Instance<Reseal> resealing;

    Reencryption(@Any Instance<Reseal> resealing) {
        this.resealing = resealing;
    }

    @Override
    public String name() {
        return "re-encryption";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        int sealedAgain = resealing.stream().mapToInt(Reencryption::all).sum();
        if (sealedAgain > 0) {
            LOG.infof("sealed %d rows again with the current key", sealedAgain);
        }
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

package dev.lifering.trusteddevice;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;

/** Erases devices whose trust has run out. */
@ApplicationScoped
class ExpiredDevices implements RecurringWork {
    private final TrustedDeviceRows rows;
    private final InstantSource clock;

    ExpiredDevices(TrustedDeviceRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expired-devices";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        rows.deleteExpired(clock.instant());
    }
}

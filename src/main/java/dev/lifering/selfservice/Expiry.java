package dev.lifering.selfservice;

import dev.lifering.enrolment.ExpiredEnrolments;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Erases what was started and not ended in time: enrolments (rule E1) and sets of backup codes (rule B4). */
@ApplicationScoped
class Expiry implements RecurringWork {
    private static final int BATCH = 500;

    private final ExpiredEnrolments enrolments;
    private final BackupCodeSets backupCodes;
    private final InstantSource clock;

    Expiry(ExpiredEnrolments enrolments, BackupCodeSets backupCodes, InstantSource clock) {
        this.enrolments = enrolments;
        this.backupCodes = backupCodes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        enrolments.erase(now);
        int ended;
        do {
            ended = backupCodes.endOverdue(now, BATCH);
        } while (ended == BATCH);
    }
}

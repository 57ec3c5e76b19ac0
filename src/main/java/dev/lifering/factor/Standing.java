package dev.lifering.factor;

import dev.lifering.directory.Person;
import java.time.Instant;
import java.util.Optional;

/** How one user's second factor stands: its status and its lockout. Got from {@link Standings}. */
public final class Standing {
    private final Person person;
    private final SecondFactorEntity row;

    Standing(Person person, SecondFactorEntity row) {
        this.person = person;
        this.row = row;
    }

    public Person person() {
        return person;
    }

    public Status status() {
        return row.status;
    }

    public boolean isEnrolled() {
        return row.status != Status.NOT_ENROLLED;
    }

    public Lockout lockout() {
        return Lockout.held(row.status, row.failedAttempts, row.lockedUntil);
    }

    public Optional<Instant> lastVerifiedAt() {
        return Optional.ofNullable(row.lastVerifiedAt);
    }

    /** Changes the status. Only for a standing that was locked. */
    public void become(Status status, Instant now) {
        if (status == Status.NOT_ENROLLED) {
            row.enabledAt = null;
        } else if (!isEnrolled()) {
            row.enabledAt = now;
        }
        row.status = status;
    }

    /** Rule V3: recovery ends every lock. Only for a standing that was locked. */
    public void forgive() {
        hold(Lockout.NONE);
    }

    void hold(Lockout lockout) {
        row.failedAttempts = lockout.failures();
        row.lockedUntil = lockout.until();
    }

    void proven(Instant now) {
        hold(Lockout.NONE);
        row.lastVerifiedAt = now;
    }
}

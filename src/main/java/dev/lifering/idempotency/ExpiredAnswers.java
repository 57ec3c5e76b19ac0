package dev.lifering.idempotency;

import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Erases answers that nobody may ask for any more; they may hold codes, if sealed. */
@ApplicationScoped
class ExpiredAnswers implements RecurringWork {
    private static final int BATCH = 1000;

    private final IdempotencyService answers;

    ExpiredAnswers(IdempotencyService answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "expired-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        int erased;
        do {
            erased = answers.eraseExpired(BATCH);
        } while (erased == BATCH);
    }
}

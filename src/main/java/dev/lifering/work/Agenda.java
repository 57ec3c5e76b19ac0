package dev.lifering.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/** What is to be done later, kept exactly when the transaction that puts it here commits. */
@ApplicationScoped
public class Agenda {
    private final WorkScheduler scheduler;
    private final TransactionSynchronizationRegistry transaction;

    Agenda(WorkScheduler scheduler, TransactionSynchronizationRegistry transaction) {
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /**
     * Has the work with this name done for the thing, not before that moment. What is due already begins right after the
     * commit. The same work for the same thing is on the agenda once.
     */
    @Transactional(TxType.MANDATORY)
    public void add(String work, UUID thing, Instant at) {
        scheduler.schedule(work, thing, at);
        transaction.registerInterposedSynchronization(new LookAfterCommit(scheduler));
    }

    /** Before the commit there would be nothing to see. */
    private record LookAfterCommit(WorkScheduler scheduler) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                scheduler.lookForDueWork();
            }
        }
    }
}

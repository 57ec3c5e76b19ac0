package dev.lifering.factor;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.directory.Person;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rule V3 at work: lets a code be looked at only while the user is not locked, counts what fails, and records each
 * outcome. Every route that checks a code goes through here, so all of them share one count.
 */
@ApplicationScoped
public class AttemptGuard {
    private final AuditTrail audit;
    private final Outbox outbox;
    private final VerificationCounts counts;
    private final MeterRegistry metrics;

    AttemptGuard(AuditTrail audit, Outbox outbox, VerificationCounts counts, MeterRegistry metrics) {
        this.audit = audit;
        this.outbox = outbox;
        this.counts = counts;
        this.metrics = metrics;
    }

    /**
     * Runs the check unless the user is locked.
     *
     * @param check looks at the code; never called for a locked user
     * @return the proof, or the refusal {@code code-rejected} or {@code locked}, to be thrown after the commit
     */
    @Transactional(TxType.MANDATORY)
    public Result<Proof> attempt(Trial trial, Supplier<Attempt> check) {
        Standing standing = trial.standing();
        if (standing.lockout().isLockedAt(trial.now())) {
            note(trial, Outcome.LOCKED, null);
            return Result.refused(locked(standing.lockout(), trial.now()));
        }
        Attempt attempt = check.get();
        if (attempt instanceof Attempt.Proven proven) {
            standing.proven(trial.now());
            note(trial, Outcome.SUCCESS, null);
            return Result.done(proven.proof());
        }
        return Result.refused(failed(trial, ((Attempt.Failed) attempt).reason()));
    }

    private Problem failed(Trial trial, Attempt.Reason reason) {
        Standing standing = trial.standing();
        Lockout lockout = standing.lockout().afterFailure(trial.now());
        standing.hold(lockout);
        note(trial, Outcome.REJECTED, reason.name().toLowerCase(Locale.ROOT));
        if (lockout.isLockedAt(trial.now())) {
            tellOfLock(trial, lockout);
        }
        return ProblemType.CODE_REJECTED
                .because("The code is wrong, was used before, or is too old.")
                .attemptsRemaining(lockout.attemptsRemaining());
    }

    private void tellOfLock(Trial trial, Lockout lockout) {
        Standing standing = trial.standing();
        Person person = standing.person();
        audit.record(Fact.about(person, Deed.LOCKOUT, trial.fact().doer()), trial.now());
        metrics.counter("lifering.lockouts").increment();
        // Whoever has no second factor is never blocked: his count stays at the limit, which is no news any more.
        boolean again = lockout.isBlocked() && !standing.isEnrolled();
        Instant until = lockout.until();
        if (until != null && lockout.isNews() && !again) {
            outbox.send(person, new Letter.LockedOut(until, lockout.isBlocked()), trial.now());
        }
    }

    private static Problem locked(Lockout lockout, Instant now) {
        if (lockout.isBlocked()) {
            return ProblemType.LOCKED
                    .because("There were 100 wrong codes in a row. Only recovery ends this lock.")
                    .retryAfter(lockout.waitAt(now))
                    .untilRecovery();
        }
        return ProblemType.LOCKED
                .because("There were too many wrong codes in a row. Wait, then try again.")
                .retryAfter(lockout.waitAt(now));
    }

    private void note(Trial trial, Outcome outcome, @Nullable String reason) {
        audit.record(trial.fact().by(trial.method().wireName()).ended(outcome, reason), trial.now());
        counts.add(trial.method(), outcome);
    }
}

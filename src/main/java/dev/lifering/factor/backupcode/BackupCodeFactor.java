package dev.lifering.factor.backupcode;

import dev.lifering.directory.Person;
import dev.lifering.factor.Attempt;
import dev.lifering.factor.Attempt.Reason;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.SecondFactor;
import dev.lifering.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Rule B3: a backup code of the active set, once. One derivation per attempt, whatever the size of the set (B2). */
@ApplicationScoped
public class BackupCodeFactor implements SecondFactor {
    private final BackupCodeSetRows sets;
    private final BackupCodeRows codes;
    private final CodeHasher hasher;
    private final MeterRegistry metrics;

    BackupCodeFactor(BackupCodeSetRows sets, BackupCodeRows codes, CodeHasher hasher, MeterRegistry metrics) {
        this.sets = sets;
        this.codes = codes;
        this.hasher = hasher;
        this.metrics = metrics;
    }

    @Override
    public Method method() {
        return Method.BACKUP_CODE;
    }

    @Override
    public void refuseMalformed(String code) {
        read(code);
    }

    @Override
    public Attempt attempt(Person person, String code, Instant now) {
        BackupCode typed = read(code);
        var active = sets.active(person.id());
        if (active.isEmpty()) {
            hasher.spendTheSameTime(typed);
            return Attempt.failed(Reason.NOTHING_TO_MATCH);
        }
        BackupCodeSetEntity set = active.get();
        if (!matches(set.id, typed)) {
            return Attempt.failed(Reason.WRONG);
        }
        if (!codes.spend(place(set.id, typed), now)) {
            return Attempt.failed(Reason.USED);
        }
        metrics.counter("lifering.backup.codes", "event", "spent").increment();
        return new Attempt.Proven(new Proof(Method.BACKUP_CODE, set.id, set.label, codes.unspent(set.id)));
    }

    /** Checks that this is a code of the set, spent or not, without spending it (rule E4). */
    public Attempt recognise(UUID setId, String code) {
        return matches(setId, read(code))
                ? new Attempt.Proven(new Proof(Method.BACKUP_CODE, setId, "", null))
                : Attempt.failed(Reason.WRONG);
    }

    private boolean matches(UUID setId, BackupCode typed) {
        BackupCodeEntity kept = codes.findById(place(setId, typed));
        if (kept == null) {
            hasher.spendTheSameTime(typed);
            return false;
        }
        return hasher.matches(typed, kept.toHash());
    }

    private static BackupCodeId place(UUID setId, BackupCode code) {
        return new BackupCodeId(setId, (short) code.locator());
    }

    private static BackupCode read(String typed) {
        return BackupCode.read(typed)
                .orElseThrow(() -> ProblemType.CODE_MALFORMED.because(
                        "A backup code has 15 letters and digits; a symbol is missing, doubled or mistyped."));
    }
}

package dev.lifering.factor.backupcode;

import dev.lifering.directory.Person;
import dev.lifering.factor.Attempt;
import dev.lifering.factor.Attempt.Reason;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.SecondFactor;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rule B3: a backup code of the active set, once. One derivation per attempt, whatever the size of the set (B2). */
@ApplicationScoped
public class BackupCodeFactor implements SecondFactor {
    private final BackupCodeSetRows sets;
    private final BackupCodeRows codes;
    private final LegacyBackupCodes legacyCodes;
    private final CodeHasher hasher;
    private final MeterRegistry metrics;

    BackupCodeFactor(
            BackupCodeSetRows sets,
            BackupCodeRows codes,
            LegacyBackupCodes legacyCodes,
            CodeHasher hasher,
            MeterRegistry metrics) {
        this.sets = sets;
        this.codes = codes;
        this.legacyCodes = legacyCodes;
        this.hasher = hasher;
        this.metrics = metrics;
    }

    @Override
    public Method method() {
        return Method.BACKUP_CODE;
    }

    /** What only the person tells, whether he has codes of another product, shows at the attempt. */
    @Override
    public void refuseMalformed(String code) {
        if (BackupCode.read(code).isEmpty() && !LegacyScheme.isForm(code)) {
            throw malformed();
        }
    }

    @Override
    public Attempt attempt(Person person, String code, Instant now) {
        Optional<BackupCode> own = BackupCode.read(code);
        return own.isPresent() ? own(person, own.get(), now) : legacy(person, code, now);
    }

    private Attempt own(Person person, BackupCode typed, Instant now) {
        var active = sets.active(person.id());
        if (active.isEmpty()) {
            hasher.spendTheSameTime(typed);
            return Attempt.failed(Reason.NOTHING_TO_MATCH);
        }
        BackupCodeSetEntity set = active.get();
        return matches(set.id, typed) ? spent(set, place(set.id, typed), now) : Attempt.failed(Reason.WRONG);
    }

    /**
     * A text that is no code of ours may be one of another product, if the person has such codes; for everybody else it stays
     * a typing error. That the two are answered differently tells nothing to whoever has no first factor: only the person's
     * own token, or a service that has checked it, comes this far, and both may read the same off his status.
     */
    private Attempt legacy(Person person, String code, Instant now) {
        BackupCodeSetEntity set = sets.active(person.id()).orElseThrow(BackupCodeFactor::malformed);
        LegacyScheme scheme = set.scheme;
        if (scheme == null) {
            throw malformed();
        }
        return scheme.read(code)
                .flatMap(typed -> legacyCodes.find(set.id, typed))
                .map(place -> spent(set, place, now))
                .orElseGet(() -> Attempt.failed(Reason.WRONG));
    }

    private Attempt spent(BackupCodeSetEntity set, BackupCodeId place, Instant now) {
        if (!codes.spend(place, now)) {
            return Attempt.failed(Reason.USED);
        }
        metrics.counter("lifering.backup.codes", "event", "spent").increment();
        boolean legacy = set.scheme != null;
        return new Attempt.Proven(new Proof(Method.BACKUP_CODE, set.id, set.label, codes.unspent(set.id), legacy));
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
        return BackupCode.read(typed).orElseThrow(BackupCodeFactor::malformed);
    }

    private static Problem malformed() {
        return ProblemType.CODE_MALFORMED.because(
                "A backup code has 15 letters and digits; a symbol is missing, doubled or mistyped.");
    }
}

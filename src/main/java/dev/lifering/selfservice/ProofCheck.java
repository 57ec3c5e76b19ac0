package dev.lifering.selfservice;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.AttemptGuard;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Trial;
import dev.lifering.factor.backupcode.BackupCodeFactor;
import dev.lifering.problem.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Rule E4: one code of the new set, typed back, shows that the codes were saved. */
@ApplicationScoped
class ProofCheck {
    private final AttemptGuard guard;
    private final BackupCodeFactor factor;

    ProofCheck(AttemptGuard guard, BackupCodeFactor factor) {
        this.guard = guard;
        this.factor = factor;
    }

    Result<Proof> check(Standing standing, UUID setId, String proof, Instant now) {
        Person person = standing.person();
        Fact fact =
                Fact.about(person, Deed.BACKUP_CODES_PROVED, Doer.self(person)).on(setId.toString());
        var trial = new Trial(standing, Method.BACKUP_CODE, fact, now);
        return guard.attempt(trial, () -> factor.recognise(setId, proof));
    }
}

package dev.lifering.verification;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.session.OpenedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/** Verifies second factors at login, whatever code it is and however it ends. */
@ApplicationScoped
class VerificationService {
    private final Standings standings;
    private final CodeCheck codes;
    private final LastCode lastCode;
    private final BackupCodeSets backupCodes;
    private final InstantSource clock;

    VerificationService(
            Standings standings, CodeCheck codes, LastCode lastCode, BackupCodeSets backupCodes, InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.lastCode = lastCode;
        this.backupCodes = backupCodes;
        this.clock = clock;
    }

    /**
     * Checks the code and spends it.
     *
     * <p>Refusals: {@code user-inactive}, {@code not-enrolled}, {@code code-malformed}; and, to be thrown after the
     * commit, {@code code-rejected} and {@code locked}.
     */
    @Transactional
    Result<Verified> verify(Person person, VerificationRequest request, Doer doer) {
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        return codes.check(standing, request.submitted(), Purpose.login(doer), now)
                .then(proof -> Result.done(verified(standing, proof, doer, now)));
    }

    private Verified verified(Standing standing, Proof proof, Doer doer, Instant now) {
        Person person = standing.person();
        OpenedSession session = lastCode.sessionAfter(proof, person, doer, now).orElse(null);
        return new Verified(person.id(), proof, standing.status(), remaining(person, proof), session, now);
    }

    private int remaining(Person person, Proof proof) {
        Integer counted = proof.backupCodesLeft();
        return counted != null
                ? counted
                : backupCodes.left(person).map(BackupCodes::remaining).orElse(0);
    }
}

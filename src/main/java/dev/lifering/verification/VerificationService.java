package dev.lifering.verification;

import dev.lifering.assertion.Assertions;
import dev.lifering.assertion.Claim;
import dev.lifering.audit.Doer;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Person;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.verification.VerificationView.AuthenticatorUsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies second factors at login. */
@ApplicationScoped
public class VerificationService {
    private final Standings standings;
    private final CodeCheck codes;
    private final LastCode lastCode;
    private final BackupCodeSets backupCodes;
    private final Assertions assertions;
    private final Ids ids;
    private final InstantSource clock;

    VerificationService(
            Standings standings,
            CodeCheck codes,
            LastCode lastCode,
            BackupCodeSets backupCodes,
            Assertions assertions,
            Ids ids,
            InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.lastCode = lastCode;
        this.backupCodes = backupCodes;
        this.assertions = assertions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks the code, spends it, and signs the proof.
     *
     * <p>Refusals: {@code user-inactive}, {@code not-enrolled}, {@code code-malformed}; and, to be thrown after the
     * commit, {@code code-rejected} and {@code locked}.
     */
    @Transactional
    public Result<VerificationView> verify(Person person, VerificationRequest request, Doer doer) {
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        return codes.check(standing, request.submitted(), Purpose.login(doer), now)
                .then(proof -> Result.done(verified(standing, proof, request, doer, now)));
    }

    private VerificationView verified(
            Standing standing, Proof proof, VerificationRequest request, Doer doer, Instant now) {
        UUID id = ids.next();
        Person person = standing.person();
        int left = remaining(person, proof);
        OpenedSession session = lastCode.sessionAfter(proof, person, doer, now).orElse(null);
        return new VerificationView(
                id,
                proof.method(),
                authenticator(proof),
                now,
                standing.status(),
                left,
                BackupCodes.isLow(left),
                standing.status() == Status.BACKUP_CODES_ONLY,
                session == null ? null : session.reveal(),
                session == null ? null : session.expiresAt(),
                assertions.sign(claim(id, person, proof, request, now)));
    }

    private int remaining(Person person, Proof proof) {
        Integer counted = proof.backupCodesLeft();
        return counted != null
                ? counted
                : backupCodes.left(person).map(BackupCodes::remaining).orElse(0);
    }

    private static Claim claim(UUID id, Person person, Proof proof, VerificationRequest request, Instant now) {
        Method method = proof.method();
        return new Claim(id, person.id(), method.amr(), method.wireName(), request.audience(), request.nonce(), now);
    }

    private static @Nullable AuthenticatorUsed authenticator(Proof proof) {
        return proof.method() == Method.BACKUP_CODE ? null : new AuthenticatorUsed(proof.reference(), proof.label());
    }
}

package dev.lifering.selfservice;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.Deed;
import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.mail.Letter;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "I've saved these backup codes": only then a set counts, and with the first set 2FA is enabled (rules E3, E4, B4). */
@ApplicationScoped
class AcknowledgementService {
    private final Standings standings;
    private final BackupCodeSets backupCodes;
    private final ConfirmedEnrolments enrolments;
    private final ProofCheck proofs;
    private final PolicyService policies;
    private final Changes changes;
    private final InstantSource clock;

    AcknowledgementService(
            Standings standings,
            BackupCodeSets backupCodes,
            ConfirmedEnrolments enrolments,
            ProofCheck proofs,
            PolicyService policies,
            Changes changes,
            InstantSource clock) {
        this.standings = standings;
        this.backupCodes = backupCodes;
        this.enrolments = enrolments;
        this.proofs = proofs;
        this.policies = policies;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    Result<Status> acknowledge(Person person, UUID setId, @Nullable String proof) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        refuseUnlessPending(person, setId, now);
        if (proof == null) {
            if (policies.of(person.accountId()).acknowledgementProof()) {
                throw ProblemType.PROOF_REQUIRED.because("Type one of the new codes back.");
            }
            return Result.done(acknowledged(standing, setId, now));
        }
        return proofs.check(standing, setId, proof, now)
                .then(proven -> Result.done(acknowledged(standing, setId, now)));
    }

    private Status acknowledged(Standing standing, UUID setId, Instant now) {
        Person person = standing.person();
        String label = backupCodes.label(person, setId).orElse(setId.toString());
        if (!backupCodes.acknowledge(person, setId, now)) {
            throw notPending();
        }
        changes.record(person, Deed.BACKUP_CODES_ACKNOWLEDGED, label, now);
        enrolments
                .acknowledged(person, setId, now)
                .ifPresentOrElse(
                        first -> enable(standing, first, now),
                        () -> changes.tell(person, new Letter.BackupCodesReplaced(label), now));
        return standing.status();
    }

    private void enable(Standing standing, Authenticator first, Instant now) {
        Person person = standing.person();
        standing.become(Status.ENABLED, now);
        changes.record(person, Deed.AUTHENTICATOR_ADDED, first.id().toString(), now);
        changes.record(person, Deed.SECOND_FACTOR_ENABLED, first.id().toString(), now);
        changes.tell(person, new Letter.SecondFactorEnabled(), now);
    }

    private void refuseUnlessPending(Person person, UUID setId, Instant now) {
        if (!backupCodes.exists(person, setId)) {
            throw ProblemType.NOT_FOUND.because("No set of backup codes of yours has this id.");
        }
        if (!backupCodes.isPending(person, setId, now)) {
            throw notPending();
        }
    }

    private static RuntimeException notPending() {
        return ProblemType.SET_NOT_PENDING.because("This set does not wait for an acknowledgement.");
    }
}

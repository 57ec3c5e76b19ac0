package dev.lifering.selfservice;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodesView;
import dev.lifering.factor.backupcode.IssuedCodes;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.verification.CodeCheck;
import dev.lifering.verification.LastCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes new backup codes; the old ones stay valid until the new are acknowledged (rule B4). */
@ApplicationScoped
class BackupCodeService {
    private final Standings standings;
    private final CodeCheck codes;
    private final LastCode lastCode;
    private final BackupCodeSets backupCodes;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    BackupCodeService(
            Standings standings,
            CodeCheck codes,
            LastCode lastCode,
            BackupCodeSets backupCodes,
            PolicyService policies,
            AuditTrail audit,
            InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.lastCode = lastCode;
        this.backupCodes = backupCodes;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Result<BackupCodesView> renew(Person person, @Nullable String code) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        refuseNotEnrolled(standing);
        return codes.stepUp(standing, code, now).then(proof -> Result.done(issue(person, proof, now)));
    }

    private BackupCodesView issue(Person person, Proof proof, Instant now) {
        int count = policies.of(person.accountId()).backupCodes();
        IssuedCodes issued = backupCodes.issue(person, count, now);
        Doer self = Doer.self(person);
        audit.record(Fact.about(person, Deed.BACKUP_CODES_ISSUED, self).on(issued.label()), now);
        String session = lastCode.sessionAfter(proof, person, self, now)
                .map(OpenedSession::reveal)
                .orElse(null);
        return BackupCodesView.of(issued, session);
    }

    private static void refuseNotEnrolled(Standing standing) {
        if (!standing.isEnrolled()) {
            throw ProblemType.NOT_ENROLLED.because("Backup codes come with the first authenticator. Set one up first.");
        }
    }
}

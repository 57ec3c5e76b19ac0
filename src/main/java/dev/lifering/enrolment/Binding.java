package dev.lifering.enrolment;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodesView;
import dev.lifering.factor.backupcode.IssuedCodes;
import dev.lifering.factor.totp.Authenticator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What follows from a confirmed enrolment. */
@ApplicationScoped
class Binding {
    private final EnrolmentRows rows;
    private final BoundApps apps;
    private final BackupCodeSets backupCodes;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final MeterRegistry metrics;

    Binding(
            EnrolmentRows rows,
            BoundApps apps,
            BackupCodeSets backupCodes,
            PolicyService policies,
            AuditTrail audit,
            MeterRegistry metrics) {
        this.rows = rows;
        this.apps = apps;
        this.backupCodes = backupCodes;
        this.policies = policies;
        this.audit = audit;
        this.metrics = metrics;
    }

    ConfirmationView bind(Standing standing, EnrolmentEntity enrolment, long step, Instant now) {
        metrics.counter("lifering.enrolments", "step", "confirmed").increment();
        Policy policy = policies.of(standing.person().accountId());
        return standing.isEnrolled()
                ? add(standing, enrolment, step, policy, now)
                : await(standing, enrolment, step, policy, now);
    }

    /** Rule E3: the first authenticator counts only when its backup codes have been acknowledged. */
    private ConfirmationView await(
            Standing standing, EnrolmentEntity enrolment, long step, Policy policy, Instant now) {
        Person person = standing.person();
        rows.deleteConfirmed(person.id());
        IssuedCodes issued = issue(person, policy, now);
        enrolment.confirmedStep = step;
        enrolment.backupCodeSetId = issued.setId();
        enrolment.expiresAt = issued.expiresAt();
        var waiting = new Authenticator(enrolment.id, enrolment.label, now, now);
        return new ConfirmationView(waiting, BackupCodesView.of(issued, null), standing.status());
    }

    /**
     * Where 2FA is on, the authenticator counts at once. Whoever has no backup code left, and none to acknowledge, gets
     * new ones with it.
     */
    private ConfirmationView add(Standing standing, EnrolmentEntity enrolment, long step, Policy policy, Instant now) {
        Person person = standing.person();
        apps.makeRoom(person, enrolment, policy, now);
        Authenticator added = apps.add(person, enrolment, step, now);
        rows.delete(enrolment);
        standing.become(Status.ENABLED, now);
        boolean codesLeft = backupCodes.awaitsAcknowledgement(person, now)
                || backupCodes.left(person).filter(left -> left.remaining() > 0).isPresent();
        return new ConfirmationView(
                added, codesLeft ? null : BackupCodesView.of(issue(person, policy, now), null), standing.status());
    }

    private IssuedCodes issue(Person person, Policy policy, Instant now) {
        IssuedCodes issued = backupCodes.issue(person, policy.backupCodes(), now);
        audit.record(
                Fact.about(person, Deed.BACKUP_CODES_ISSUED, Doer.self(person)).on(issued.label()), now);
        return issued;
    }
}

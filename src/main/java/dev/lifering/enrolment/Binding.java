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
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What follows from a confirmed enrolment. */
@ApplicationScoped
class Binding {
    private final EnrolmentRows rows;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    Binding(
            EnrolmentRows rows,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            PolicyService policies,
            AuditTrail audit,
            Outbox outbox,
            MeterRegistry metrics) {
        this.rows = rows;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.policies = policies;
        this.audit = audit;
        this.outbox = outbox;
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
        makeRoom(person, enrolment, policy, now);
        Authenticator added = authenticators.add(person, enrolment.confirmedWith(step), now);
        rows.delete(enrolment);
        standing.become(Status.ENABLED, now);
        record(person, Deed.AUTHENTICATOR_ADDED, added.id().toString(), now);
        outbox.send(person, new Letter.AuthenticatorAdded(added.label()), now);
        boolean codesLeft = backupCodes.awaitsAcknowledgement(person, now)
                || backupCodes.left(person).filter(left -> left.remaining() > 0).isPresent();
        return new ConfirmationView(
                added, codesLeft ? null : BackupCodesView.of(issue(person, policy, now), null), standing.status());
    }

    private void makeRoom(Person person, EnrolmentEntity enrolment, Policy policy, Instant now) {
        List<Authenticator> having = authenticators.of(person);
        int surplus = having.size() + 1 - policy.maxAuthenticators();
        if (surplus > 0 && !enrolment.authorisation.mayReplace()) {
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because(
                    "The account allows " + policy.maxAuthenticators() + " per user. Remove one first.");
        }
        having.stream()
                .sorted(Comparator.comparing(Authenticator::lastUsedAt))
                .limit(Math.max(0, surplus))
                .forEach(replaced -> replace(person, replaced, now));
    }

    private void replace(Person person, Authenticator replaced, Instant now) {
        authenticators.remove(person, replaced.id());
        record(person, Deed.AUTHENTICATOR_REMOVED, replaced.id().toString(), now);
        outbox.send(person, new Letter.AuthenticatorRemoved(replaced.label()), now);
    }

    private IssuedCodes issue(Person person, Policy policy, Instant now) {
        IssuedCodes issued = backupCodes.issue(person, policy.backupCodes(), now);
        record(person, Deed.BACKUP_CODES_ISSUED, issued.label(), now);
        return issued;
    }

    private void record(Person person, Deed deed, String thing, Instant now) {
        audit.record(Fact.about(person, deed, Doer.self(person)).on(thing), now);
    }
}

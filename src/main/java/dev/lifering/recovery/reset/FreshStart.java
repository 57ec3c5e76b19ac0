package dev.lifering.recovery.reset;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.factor.Standing;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodesView;
import dev.lifering.factor.backupcode.IssuedCodes;
import dev.lifering.recovery.reset.Resets.Undo;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.recovery.session.RecoverySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Rule R6: the old second factor is out of use, and the user gets what it takes to set up a new one. */
@ApplicationScoped
class FreshStart {
    private final Resets resets;
    private final BackupCodeSets backupCodes;
    private final ConfirmedEnrolments enrolments;
    private final RecoverySessions sessions;
    private final PolicyService policies;
    private final Notices notices;
    private final AuditTrail audit;

    FreshStart(
            Resets resets,
            BackupCodeSets backupCodes,
            ConfirmedEnrolments enrolments,
            RecoverySessions sessions,
            PolicyService policies,
            Notices notices,
            AuditTrail audit) {
        this.resets = resets;
        this.backupCodes = backupCodes;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.policies = policies;
        this.notices = notices;
        this.audit = audit;
    }

    RedemptionView give(Standing standing, UUID link, Doer doer, Instant now) {
        Person person = standing.person();
        Undo undo = resets.reset(standing, link, now);
        enrolments.abandonAll(person);
        audit.record(Fact.about(person, Deed.SECOND_FACTOR_RESET, doer).on(link.toString()), now);
        IssuedCodes issued =
                backupCodes.issue(person, policies.of(person.accountId()).backupCodes(), now);
        audit.record(Fact.about(person, Deed.BACKUP_CODES_ISSUED, doer).on(issued.label()), now);
        OpenedSession session = sessions.open(person, doer, now);
        notices.tellOfReset(person, undo, now);
        return new RedemptionView(session.reveal(), session.expiresAt(), BackupCodesView.of(issued, null));
    }
}

package dev.lifering.migration;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.LegacyBackupCodes;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.factor.totp.ImportedAuthenticators;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes authenticators and backup codes of other products into use. */
@ApplicationScoped
class FactorBinding {
    private final Standings standings;
    private final ImportedAuthenticators authenticators;
    private final ConfirmedEnrolments enrolments;
    private final BackupCodeSets backupCodes;
    private final LegacyBackupCodes legacyCodes;
    private final AuditTrail audit;
    private final Outbox outbox;

    FactorBinding(
            Standings standings,
            ImportedAuthenticators authenticators,
            ConfirmedEnrolments enrolments,
            BackupCodeSets backupCodes,
            LegacyBackupCodes legacyCodes,
            AuditTrail audit,
            Outbox outbox) {
        this.standings = standings;
        this.authenticators = authenticators;
        this.enrolments = enrolments;
        this.backupCodes = backupCodes;
        this.legacyCodes = legacyCodes;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Binds what the plan says; the first app of a user switches 2FA on. */
    void bind(ImportOrder order, Person person, Plan plan, Instant now) {
        Standing standing = standings.lock(person);
        boolean first = !standing.isEnrolled();
        if (first) {
            // Rule E5: what a password alone has begun must not be finished when 2FA is on.
            enrolments.abandonAll(person);
            backupCodes.revokeAll(person, now);
            standing.become(Status.ENABLED, now);
        }
        for (ForeignApp app : plan.fresh()) {
            String id = authenticators
                    .add(person, app, order.format().wireName(), now)
                    .toString();
            record(order, person, Deed.AUTHENTICATOR_IMPORTED, id, now);
            if (first) {
                record(order, person, Deed.SECOND_FACTOR_ENABLED, id, now);
                tell(order, person, new Letter.SecondFactorEnabled(), now);
                first = false;
            } else {
                tell(order, person, new Letter.AuthenticatorAdded(app.label()), now);
            }
        }
        ForeignCodes codes = plan.taken();
        if (codes != null) {
            record(order, person, Deed.BACKUP_CODES_IMPORTED, legacyCodes.add(person, codes, now), now);
        }
    }

    private void record(ImportOrder order, Person person, Deed deed, String object, Instant now) {
        audit.record(Fact.about(person, deed, order.doer()).on(object), now);
    }

    private void tell(ImportOrder order, Person person, Letter letter, Instant now) {
        if (order.tellUsers()) {
            outbox.send(person, letter, now);
        }
    }
}

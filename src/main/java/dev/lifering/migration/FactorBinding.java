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
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.factor.totp.ImportedAuthenticators;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes authenticators of other products into use. */
@ApplicationScoped
class FactorBinding {
    private final Standings standings;
    private final ImportedAuthenticators authenticators;
    private final ConfirmedEnrolments enrolments;
    private final BackupCodeSets backupCodes;
    private final AuditTrail audit;
    private final Outbox outbox;

    FactorBinding(
            Standings standings,
            ImportedAuthenticators authenticators,
            ConfirmedEnrolments enrolments,
            BackupCodeSets backupCodes,
            AuditTrail audit,
            Outbox outbox) {
        this.standings = standings;
        this.authenticators = authenticators;
        this.enrolments = enrolments;
        this.backupCodes = backupCodes;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Binds the apps; the first of a user switches 2FA on. */
    void bind(ImportOrder order, Person person, List<ForeignApp> apps, Instant now) {
        Standing standing = standings.lock(person);
        boolean first = !standing.isEnrolled();
        if (first) {
            // Rule E5: what a password alone has begun must not be finished when 2FA is on.
            enrolments.abandonAll(person);
            backupCodes.revokeAll(person, now);
            standing.become(Status.ENABLED, now);
        }
        for (ForeignApp app : apps) {
            UUID id = authenticators.add(person, app, order.format().wireName(), now);
            record(order, person, Deed.AUTHENTICATOR_IMPORTED, id, now);
            if (first) {
                record(order, person, Deed.SECOND_FACTOR_ENABLED, id, now);
                tell(order, person, new Letter.SecondFactorEnabled(), now);
                first = false;
            } else {
                tell(order, person, new Letter.AuthenticatorAdded(app.label()), now);
            }
        }
    }

    private void record(ImportOrder order, Person person, Deed deed, UUID authenticator, Instant now) {
        audit.record(Fact.about(person, deed, order.doer()).on(authenticator.toString()), now);
    }

    private void tell(ImportOrder order, Person person, Letter letter, Instant now) {
        if (order.tellUsers()) {
            outbox.send(person, letter, now);
        }
    }
}

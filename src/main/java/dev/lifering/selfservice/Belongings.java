package dev.lifering.selfservice;

import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.recovery.session.RecoverySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** All that belongs to a second factor: what goes when it is switched off. */
@ApplicationScoped
class Belongings {
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final ConfirmedEnrolments enrolments;
    private final RecoverySessions sessions;

    Belongings(
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            ConfirmedEnrolments enrolments,
            RecoverySessions sessions) {
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.enrolments = enrolments;
        this.sessions = sessions;
    }

    void giveUp(Person person, Instant now) {
        authenticators.removeAll(person);
        backupCodes.revokeAll(person, now);
        enrolments.abandonAll(person);
        sessions.endAll(person, now);
    }
}

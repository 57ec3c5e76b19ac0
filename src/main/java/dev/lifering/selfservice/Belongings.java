package dev.lifering.selfservice;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.recovery.session.RecoverySessions;
import dev.lifering.trusteddevice.TrustedDevices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** All that belongs to a second factor: what goes when it is switched off. */
@ApplicationScoped
class Belongings {
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final ConfirmedEnrolments enrolments;
    private final RecoverySessions sessions;
    private final TrustedDevices devices;

    Belongings(
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            ConfirmedEnrolments enrolments,
            RecoverySessions sessions,
            TrustedDevices devices) {
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.devices = devices;
    }

    void giveUp(Person person, Instant now) {
        authenticators.removeAll(person);
        backupCodes.revokeAll(person, now);
        enrolments.abandonAll(person);
        sessions.endAll(person, now);
        devices.revokeAll(person, Doer.self(person), now);
    }
}

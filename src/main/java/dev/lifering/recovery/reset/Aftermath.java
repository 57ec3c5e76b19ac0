package dev.lifering.recovery.reset;

import dev.lifering.directory.Person;
import dev.lifering.enrolment.ConfirmedEnrolments;
import dev.lifering.recovery.link.RecoveryLinks;
import dev.lifering.recovery.session.RecoverySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Ends what somebody may have begun who was not the user, and tells those who should know. */
@ApplicationScoped
class Aftermath {
    private final RecoverySessions sessions;
    private final ConfirmedEnrolments enrolments;
    private final RecoveryLinks links;
    private final Notices notices;

    Aftermath(RecoverySessions sessions, ConfirmedEnrolments enrolments, RecoveryLinks links, Notices notices) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.links = links;
        this.notices = notices;
    }

    void endWhatWasBegun(Person person, Instant now) {
        sessions.endAll(person, now);
        enrolments.abandonAll(person);
        links.revokeAll(person, now);
        notices.tellOfUndo(person, now);
    }
}

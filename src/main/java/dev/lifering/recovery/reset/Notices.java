package dev.lifering.recovery.reset;

import dev.lifering.directory.Person;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.readiness.AbleAdministrators;
import dev.lifering.recovery.reset.Resets.Undo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells the user and the administrators of his account (rules R6, R8; NIST SP 800-63B-4 §4.6). */
@ApplicationScoped
class Notices {
    private final Outbox outbox;
    private final AbleAdministrators administrators;

    Notices(Outbox outbox, AbleAdministrators administrators) {
        this.outbox = outbox;
        this.administrators = administrators;
    }

    void tellOfReset(Person person, Undo undo, Instant now) {
        outbox.send(person, new Letter.SecondFactorReset(undo.token(), undo.until()), now);
        tellAdministrators(person, new Letter.OthersSecondFactorReset(person.called()), now);
    }

    void tellOfUndo(Person person, Instant now) {
        outbox.send(person, new Letter.ResetUndone(), now);
        tellAdministrators(person, new Letter.OthersResetUndone(person.called()), now);
    }

    private void tellAdministrators(Person person, Letter letter, Instant now) {
        administrators
                .activeBesides(person.accountId(), person.id())
                .forEach(administrator -> outbox.send(administrator, letter, now));
    }
}

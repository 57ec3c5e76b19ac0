package dev.lifering.selfservice;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What a user changes of his second factor goes on record and, as it may not have been he, to his mailbox (X1, X2). */
@ApplicationScoped
class Changes {
    private final AuditTrail audit;
    private final Outbox outbox;

    Changes(AuditTrail audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * Puts it on record.
     *
     * @param thing the id or public label of what was changed
     */
    void record(Person person, Deed deed, String thing, Instant now) {
        audit.record(Fact.about(person, deed, Doer.self(person)).on(thing), now);
    }

    /** Tells the user. */
    void tell(Person person, Letter letter, Instant now) {
        outbox.send(person, letter, now);
    }
}

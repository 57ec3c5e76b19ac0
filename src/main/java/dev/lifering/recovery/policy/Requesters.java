package dev.lifering.recovery.policy;

import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers what {@link RecoveryPolicy} wants to know of the caller. */
@ApplicationScoped
public class Requesters {
    private final Callers callers;
    private final Directory directory;

    Requesters(Callers callers, Directory directory) {
        this.callers = callers;
        this.directory = directory;
    }

    /** The caller of this request. */
    public Requester current() {
        Actor actor = callers.actor();
        return new Requester(
                actor,
                actor.accountId().flatMap(directory::account).orElse(null),
                directory
                        .person(actor.id())
                        .map(Person::accountId)
                        .flatMap(directory::account)
                        .orElse(null));
    }
}

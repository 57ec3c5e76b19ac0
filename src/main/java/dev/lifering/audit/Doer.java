package dev.lifering.audit;

import dev.lifering.access.Actor;
import dev.lifering.directory.Person;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did it, as the trail keeps it: a user by his pseudonym, so that erasing him leaves the trail intact, everybody
 * else by the id of his token.
 */
public record Doer(Kind kind, String reference) {

    /** In which capacity. */
    @Schema(name = "ActorKind")
    public enum Kind {
        USER,
        ADMIN,
        SERVICE,
        SUPPORT,
        SYSTEM
    }

    /** Lifering itself, in the background. */
    public static final Doer SYSTEM = new Doer(Kind.SYSTEM, "lifering");

    /** A user who acts on what is his own. */
    public static Doer self(Person person) {
        return new Doer(Kind.USER, person.pseudonym().toString());
    }

    /** An administrator, by his pseudonym where the directory knows him. */
    public static Doer admin(Actor actor, Optional<Person> known) {
        return new Doer(
                Kind.ADMIN, known.map(person -> person.pseudonym().toString()).orElse(actor.id()));
    }

    /** A service that acts for the platform. */
    public static Doer service(Actor actor) {
        return new Doer(Kind.SERVICE, actor.id());
    }
}

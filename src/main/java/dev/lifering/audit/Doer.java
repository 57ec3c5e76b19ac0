package dev.lifering.audit;

import dev.lifering.access.Actor;
import dev.lifering.directory.Person;
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

    /** An administrator who acts on an account or on its users. */
    public static Doer admin(Person person) {
        return new Doer(Kind.ADMIN, person.pseudonym().toString());
    }

    /** A service that acts for the platform. */
    public static Doer service(Actor actor) {
        return new Doer(Kind.SERVICE, actor.id());
    }
}

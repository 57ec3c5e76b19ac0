package dev.lifering.audit;

import dev.lifering.access.Actor;
import dev.lifering.directory.Person;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did it, as the trail keeps it: a user by his pseudonym, so that erasing him leaves the trail intact, everybody
 * else by the id of his token.
 */
public record Doer(Kind kind, String reference) {
    private static final String STRANGER = "stranger:";

    /** In which capacity. */
    @Schema(name = "ActorKind")
    public enum Kind {
        USER,
        ADMIN,
        SERVICE,
        SUPPORT,
        SYSTEM
    }

    /** The pseudonym of whoever acted as a user; empty for those whom the directory does not know, too. */
    Optional<UUID> pseudonym() {
        boolean isUser = kind == Kind.USER || kind == Kind.ADMIN;
        try {
            return isUser ? Optional.of(UUID.fromString(reference)) : Optional.empty();
        } catch (IllegalArgumentException notAPseudonym) {
            return Optional.empty();
        }
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

    /** An agent of Support. */
    public static Doer support(Actor actor) {
        return new Doer(Kind.SUPPORT, actor.id());
    }

    /** Somebody who acts as an administrator, and whom the directory may not know. */
    public static Doer stranger(Actor actor) {
        var plain = new Doer(Kind.ADMIN, actor.id());
        return plain.pseudonym().isEmpty() ? plain : new Doer(Kind.ADMIN, strange(actor.id()));
    }

    /** What the trail calls a stranger whose id could be a pseudonym. */
    static String strange(String id) {
        return STRANGER + id;
    }

    /** The id of the token of somebody who is not kept by a pseudonym. */
    String id() {
        boolean isStrange = kind == Kind.ADMIN && reference.startsWith(STRANGER);
        return isStrange ? reference.substring(STRANGER.length()) : reference;
    }

    /** A service that acts for the platform. */
    public static Doer service(Actor actor) {
        return new Doer(Kind.SERVICE, actor.id());
    }
}

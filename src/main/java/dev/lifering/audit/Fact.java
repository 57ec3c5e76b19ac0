package dev.lifering.audit;

import dev.lifering.directory.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed, before it is written down. Immutable; the {@code with} methods give a copy.
 *
 * @param subject the pseudonym of the user it was done to
 * @param method which second factor was used
 * @param reason why it was not a success; for the trail only, never told to the caller
 * @param object the id or public label of the thing it was about
 */
public record Fact(
        Deed deed,
        Outcome outcome,
        Doer doer,
        @Nullable String accountId,
        @Nullable UUID subject,
        @Nullable String method,
        @Nullable String reason,
        @Nullable String object) {

    /** A success on a user. */
    public static Fact about(Person person, Deed deed, Doer doer) {
        return new Fact(deed, Outcome.SUCCESS, doer, person.accountId(), person.pseudonym(), null, null, null);
    }

    /** A success on an account. */
    public static Fact about(String accountId, Deed deed, Doer doer) {
        return new Fact(deed, Outcome.SUCCESS, doer, accountId, null, null, null, null);
    }

    public Fact of(UUID pseudonym) {
        return new Fact(deed, outcome, doer, accountId, pseudonym, method, reason, object);
    }

    public Fact ended(Outcome how, @Nullable String why) {
        return new Fact(deed, how, doer, accountId, subject, method, why, object);
    }

    public Fact by(String usedMethod) {
        return new Fact(deed, outcome, doer, accountId, subject, usedMethod, reason, object);
    }

    public Fact on(String thing) {
        return new Fact(deed, outcome, doer, accountId, subject, method, reason, thing);
    }
}

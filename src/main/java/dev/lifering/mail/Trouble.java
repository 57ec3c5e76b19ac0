package dev.lifering.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail was not taken, in words that an administrator understands. Nothing that the mail server said: it may quote
 * what it was given.
 *
 * @param isFinal whether trying again is of no use (RFC 5321 §4.2.1: 5yz)
 */
record Trouble(String problem, boolean isFinal) {
    /** RFC 4954 §6: what is wrong is how this service signs in, and an operator can mend it. */
    private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

    static final Trouble NOT_IN_TIME = new Trouble("The mail server did not take the mail in time.", true);

    /** What the mail client says itself, before it asks the mail server. */
    private static final Trouble MALFORMED = new Trouble("The address is not one that mail can be sent to.", true);

    static Trouble of(Throwable failure) {
        SMTPException answer = answer(failure);
        if (failure instanceof IllegalArgumentException) {
            return MALFORMED;
        } else if (answer == null) {
            return new Trouble("The mail server cannot be reached; it is tried again.", false);
        }
        int code = answer.getReplyCode();
        if (SIGN_IN.contains(code)) {
            return new Trouble(
                    "The mail server does not let this service sign in (" + code + "); it is tried again.", false);
        }
        return answer.isPermanent()
                ? new Trouble("The mail server refused the mail (" + code + "). Is the address right?", true)
                : new Trouble("The mail server puts the mail off (" + code + "); it is tried again.", false);
    }

    private static @Nullable SMTPException answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                return answer;
            }
        }
        return null;
    }
}

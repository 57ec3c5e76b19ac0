package dev.lifering.factor;

import dev.lifering.directory.Person;
import java.time.Instant;

/** One way of proving a second factor. */
public interface SecondFactor {

    Method method();

    /** Refuses what cannot be a code of this factor, as {@code code-malformed}; costs no attempt. */
    void refuseMalformed(String code);

    /**
     * Checks the code and spends it, in the surrounding transaction. The caller holds the user's {@link Standing}, so no
     * two attempts of one user run at once; single use is guarded by a conditional update all the same.
     *
     * @param code what {@link #refuseMalformed} let pass
     * @throws dev.lifering.problem.Problem {@code code-malformed} too, where it takes the person to tell; costs no attempt
     */
    Attempt attempt(Person person, String code, Instant now);
}

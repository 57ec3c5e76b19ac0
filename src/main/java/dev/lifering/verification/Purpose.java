package dev.lifering.verification;

import dev.lifering.audit.Doer;

/** What a code is checked for, and who asked. */
public record Purpose(String name, Doer doer) {

    /** Signing in. */
    public static Purpose login(Doer doer) {
        return new Purpose("login", doer);
    }

    /** Rule E5: changing one's own second factor. */
    static Purpose stepUp(Doer doer) {
        return new Purpose("step_up", doer);
    }
}

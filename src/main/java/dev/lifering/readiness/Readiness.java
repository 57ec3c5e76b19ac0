package dev.lifering.readiness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody of the account can help when somebody else is locked out. */
@Schema(name = "Readiness")
public enum Readiness {
    /** At least two administrators are able, so each can help the other. */
    READY,
    /** One administrator is able: he can help others, but only Support can help him. */
    ONE_ABLE_ADMINISTRATOR,
    /** No administrator is able; whoever is locked out needs Support. */
    NO_ABLE_ADMINISTRATOR;

    static Readiness of(long able) {
        if (able == 0) {
            return NO_ABLE_ADMINISTRATOR;
        }
        return able == 1 ? ONE_ABLE_ADMINISTRATOR : READY;
    }
}

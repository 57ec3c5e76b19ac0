package dev.lifering.model;

/** A code as somebody types it, by what it is. Apps and sets are named as in {@link Command}. */
sealed interface Code {

    /** Nothing is typed. */
    record None() implements Code {}

    /** What the app shows so many steps from now. */
    record Totp(int app, int steps) implements Code {}

    /** Six digits that no app of the user shows near now. */
    record WrongTotp() implements Code {}

    /** A code of the set by its place. */
    record Backup(int set, int place) implements Code {}

    /** A backup code without typing error, which is somebody else's. */
    record Foreign() implements Code {}

    /** A backup code with a typing error. */
    record Typo() implements Code {}

    /** Rule V1: whether it would be looked at as a backup code. */
    default boolean isBackupCode() {
        return this instanceof Backup || this instanceof Foreign || this instanceof Typo;
    }

    /** The same code with other numbers for the app or the set that it is of. */
    default Code with(Names names) {
        if (this instanceof Totp totp) {
            return new Totp(names.of(Thing.App.class, totp.app()), totp.steps());
        }
        return this instanceof Backup backup
                ? new Backup(names.of(Thing.CodeSet.class, backup.set()), backup.place())
                : this;
    }

    /** Whether there is the app or the set that it is of. */
    default boolean isKnown() {
        return !(this instanceof Totp totp && totp.app() == Model.NONE)
                && !(this instanceof Backup backup && backup.set() == Model.NONE);
    }
}

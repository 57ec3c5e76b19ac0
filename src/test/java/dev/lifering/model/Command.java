package dev.lifering.model;

/**
 * What somebody does to one user's second factor. In a story apps, sets, links and so on are counted from the newest (0),
 * so that it still makes sense when commands are taken out of it; {@link #with} puts numbers of another kind in place.
 */
sealed interface Command {

    /** The same command with other numbers for what it is about. */
    Command with(Names names);

    /** Whether there is all that it is about. */
    default boolean isKnown() {
        return true;
    }

    /** An enrolment without a recovery session. */
    record Start(Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Start(code.with(names));
        }

        @Override
        public boolean isKnown() {
            return code.isKnown();
        }
    }

    record StartInSession(int session) implements Command {
        @Override
        public Command with(Names names) {
            return new StartInSession(names.of(Thing.Session.class, session));
        }

        @Override
        public boolean isKnown() {
            return session != Model.NONE;
        }
    }

    record Confirm(int app, Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Confirm(names.of(Thing.App.class, app), code.with(names));
        }

        @Override
        public boolean isKnown() {
            return app != Model.NONE && code.isKnown();
        }
    }

    record Cancel(int app) implements Command {
        @Override
        public Command with(Names names) {
            return new Cancel(names.of(Thing.App.class, app));
        }

        @Override
        public boolean isKnown() {
            return app != Model.NONE;
        }
    }

    record Acknowledge(int set, Code proof) implements Command {
        @Override
        public Command with(Names names) {
            return new Acknowledge(names.of(Thing.CodeSet.class, set), proof.with(names));
        }

        @Override
        public boolean isKnown() {
            return set != Model.NONE && proof.isKnown();
        }
    }

    /** A login, at the route of services or of the user himself. */
    record Verify(boolean byService, Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Verify(byService, code.with(names));
        }

        @Override
        public boolean isKnown() {
            return code.isKnown();
        }
    }

    record Rename(int app, String label, Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Rename(names.of(Thing.App.class, app), label, code.with(names));
        }

        @Override
        public boolean isKnown() {
            return app != Model.NONE && code.isKnown();
        }
    }

    record Remove(int app, Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Remove(names.of(Thing.App.class, app), code.with(names));
        }

        @Override
        public boolean isKnown() {
            return app != Model.NONE && code.isKnown();
        }
    }

    record Renew(Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new Renew(code.with(names));
        }

        @Override
        public boolean isKnown() {
            return code.isKnown();
        }
    }

    record SwitchOff(Code code) implements Command {
        @Override
        public Command with(Names names) {
            return new SwitchOff(code.with(names));
        }

        @Override
        public boolean isKnown() {
            return code.isKnown();
        }
    }

    /** An administrator has a link sent. */
    record SendLink(String reason) implements Command {
        @Override
        public Command with(Names names) {
            return this;
        }
    }

    record RevokeLink(int link) implements Command {
        @Override
        public Command with(Names names) {
            return new RevokeLink(names.of(Thing.Link.class, link));
        }

        @Override
        public boolean isKnown() {
            return link != Model.NONE;
        }
    }

    /** By the user, or by a service for him. */
    record Redeem(int link, boolean byService) implements Command {
        @Override
        public Command with(Names names) {
            return new Redeem(names.of(Thing.Link.class, link), byService);
        }

        @Override
        public boolean isKnown() {
            return link != Model.NONE;
        }
    }

    /** "This wasn't me." */
    record Undo(int reset) implements Command {
        @Override
        public Command with(Names names) {
            return new Undo(names.of(Thing.Reset.class, reset));
        }

        @Override
        public boolean isKnown() {
            return reset != Model.NONE;
        }
    }

    record AskForHelp(boolean byService) implements Command {
        @Override
        public Command with(Names names) {
            return this;
        }
    }

    record Wait(long seconds) implements Command {
        @Override
        public Command with(Names names) {
            return this;
        }
    }

    /** So many wrong codes in a row, over days: noted in the database, as sending them would take too long. */
    record Guess(int failures) implements Command {
        @Override
        public Command with(Names names) {
            return this;
        }
    }

    /** Two clients at the same time. */
    record Together(Command one, Command other) implements Command {
        @Override
        public Command with(Names names) {
            return new Together(one.with(names), other.with(names));
        }
    }
}

package dev.lifering.model;

import java.util.Set;
import java.util.TreeSet;

/** What a user has, or once had; its number is its place in {@link Model#things}. Moments are seconds of the epoch. */
sealed interface Thing {
    int number();

    enum AppState {
        STARTED,
        /** Waits for the acknowledgement of its set. */
        CONFIRMED,
        IN_USE,
        /** By a reset, which may be undone. */
        DISABLED,
        GONE
    }

    /** What allowed the enrolment (rule E5). */
    enum By {
        NOTHING,
        TOTP,
        BACKUP_CODE,
        SESSION;

        /** Rules E7 and R7. */
        boolean mayReplace() {
            return this == BACKUP_CODE || this == SESSION;
        }
    }

    /**
     * An authenticator app, from the start of its enrolment on.
     *
     * @param owner the session that allowed it, the set that it waits for, or the reset that disabled it
     * @param until when the enrolment ends
     * @param step the last that was burnt
     * @param early steps whose codes were given before their time
     */
    record App(
            int number,
            String label,
            AppState state,
            By by,
            int owner,
            long until,
            long step,
            long since,
            long used,
            Set<Long> early)
            implements Thing {
        /** What each is called until it is renamed. */
        static final String LABEL = "phone";

        static App started(int number, By by, int session, long until) {
            return new App(number, LABEL, AppState.STARTED, by, session, until, -1, 0, 0, Set.of());
        }

        boolean is(AppState wanted) {
            return state == wanted;
        }

        App confirmed(long burnt, CodeSet set) {
            return new App(number, label, AppState.CONFIRMED, by, set.number(), set.until(), burnt, 0, 0, early);
        }

        App inUse(long burnt, long now) {
            return new App(number, label, AppState.IN_USE, by, Model.NONE, until, burnt, now, now, early);
        }

        App burning(long burnt, long now) {
            return new App(number, label, state, by, owner, until, burnt, since, now, early);
        }

        App named(String name) {
            return new App(number, name, state, by, owner, until, step, since, used, early);
        }

        App disabledBy(int reset) {
            return new App(number, label, AppState.DISABLED, by, reset, until, step, since, used, early);
        }

        App back() {
            return new App(number, label, AppState.IN_USE, by, Model.NONE, until, step, since, used, early);
        }

        /** The step's code was given before its time, so it is not accepted when it comes. */
        App givenEarly(long comingStep) {
            var more = new TreeSet<>(early);
            more.add(comingStep);
            return new App(number, label, state, by, owner, until, step, since, used, more);
        }

        App gone() {
            return new App(number, label, AppState.GONE, by, owner, until, step, since, used, early);
        }
    }

    enum SetState {
        PENDING,
        ACTIVE,
        /** For a reset that may be undone. */
        KEPT,
        ENDED
    }

    /** A set of backup codes. */
    record CodeSet(int number, SetState state, long until, Set<Integer> spent, int reset) implements Thing {

        boolean is(SetState wanted) {
            return state == wanted;
        }

        boolean isPendingAt(long now) {
            return state == SetState.PENDING && now < until;
        }

        int left() {
            return Policy.BACKUP_CODES - spent.size();
        }

        CodeSet spending(int place) {
            var more = new TreeSet<>(spent);
            more.add(place);
            return new CodeSet(number, state, until, more, reset);
        }

        CodeSet become(SetState next) {
            return new CodeSet(number, next, until, spent, Model.NONE);
        }

        CodeSet keptFor(int whichReset) {
            return new CodeSet(number, SetState.KEPT, until, spent, whichReset);
        }
    }

    /**
     * A recovery link.
     *
     * @param end how it ended; empty while nobody ended it
     */
    record Link(int number, String reason, long made, long until, String end) implements Thing {

        boolean isLiveAt(long now) {
            return end.isEmpty() && now < until;
        }

        Link ended(String how) {
            return new Link(number, reason, made, until, how);
        }
    }

    record Session(int number, long until, boolean over) implements Thing {

        boolean isLiveAt(long now) {
            return !over && now < until;
        }

        Session ended() {
            return new Session(number, until, true);
        }
    }

    record Reset(int number, long until, boolean over) implements Thing {

        boolean isUndoableAt(long now) {
            return !over && now < until;
        }

        Reset ended() {
            return new Reset(number, until, true);
        }
    }
}

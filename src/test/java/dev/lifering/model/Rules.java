package dev.lifering.model;

import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.Link;
import dev.lifering.model.Thing.Reset;

/** Single rules of the design, each of which a test can replace by a wrong one to see that the difference is found. */
class Rules {

    /** Rule V2: a time step is used once, and none before it afterwards; nor one whose code was given before its time. */
    boolean isFresh(App app, long step) {
        return step > app.step() && !app.early().contains(step);
    }

    /** Rule V2: one step before and one after the server's. */
    boolean isInWindow(int steps) {
        return Math.abs(steps) <= 1;
    }

    /** Rule B3. */
    boolean isUnspent(CodeSet set, int place) {
        return !set.spent().contains(place);
    }

    /** Rule B4: the old set counts until the new one has been acknowledged. */
    boolean newSetEndsTheOldOne() {
        return false;
    }

    /** Rule E5: what was started without a second factor is not confirmed once there is one. */
    boolean staysOpenOnceEnabled(App app) {
        return app.by() != Thing.By.NOTHING;
    }

    /** Rule V3. */
    Lock afterFailure(Lock lock, long now) {
        return lock.afterFailure(now);
    }

    /** Rule R4. */
    boolean isLive(Link link, long now) {
        return link.isLiveAt(now);
    }

    /** Rule R8. */
    boolean isUndoable(Reset reset, long now) {
        return reset.isUndoableAt(now);
    }
}

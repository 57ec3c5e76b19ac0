package dev.lifering.model;

import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.AppState;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.Link;
import dev.lifering.model.Thing.Reset;
import dev.lifering.model.Thing.SetState;
import java.util.List;

/** The way back in (rules R4 to R10). */
record RecoveryRules(CodeRules codes) {
    private static final long LINK_LIVES = 60 * 60;
    private static final long SAME_REQUEST = 60;
    private static final long DAY = 24 * 60 * 60;
    private static final int LINKS_A_DAY = 3;
    private static final long UNDO = 3 * DAY;

    Outcome sendLink(Model model, String reason, long now) {
        if (!model.isEnrolled()) {
            return Outcome.refused(model, 409, "not-enrolled");
        }
        boolean same = !model.all(
                        Link.class,
                        link -> link.end().isEmpty()
                                && link.reason().equals(reason)
                                && now < link.made() + SAME_REQUEST)
                .isEmpty();
        if (same) {
            return Outcome.of(model, Answer.of(202));
        }
        List<Link> today = model.all(Link.class, link -> link.made() > now - DAY);
        if (today.size() >= LINKS_A_DAY) {
            long free = today.get(today.size() - LINKS_A_DAY).made() + DAY;
            return Outcome.of(model, Answer.refusal(429, "too-many-links").saying("retryAfter", (int) (free - now)));
        }
        Model ended = model.each(
                Link.class,
                link -> link.end().isEmpty(),
                link -> link.ended(link.isLiveAt(now) ? "superseded" : "expired"));
        return Outcome.of(ended.with(new Link(ended.next(), reason, now, now + LINK_LIVES, "")), Answer.of(202));
    }

    Outcome revoke(Model model, int number, long now) {
        Link link = model.the(Link.class, number);
        return link.isLiveAt(now)
                ? Outcome.of(model.with(link.ended("revoked")), Answer.of(204))
                : notLive(model, link);
    }

    Outcome redeem(Model model, int number, long now) {
        if (!model.isEnrolled()) {
            return Outcome.refused(model, 409, "not-enrolled");
        }
        Link link = model.the(Link.class, number);
        if (!codes.rules().isLive(link, now)) {
            return notLive(model, link);
        }
        Model reset = reset(model.with(link.ended("redeemed")), now);
        Model issued = codes.withSession(codes.withNewSet(reset, now), now);
        return Outcome.of(
                issued, Answer.of(201).saying("codes", Policy.BACKUP_CODES).saying("session", true));
    }

    /** Rule R8. */
    Outcome undo(Model model, int number, long now) {
        Reset reset = model.the(Reset.class, number);
        if (!codes.rules().isUndoable(reset, now)) {
            return Outcome.refused(model, 409, "undo-over");
        }
        Model restored = SelfServiceRules.withoutEverything(model)
                .each(App.class, app -> isDisabledBy(app, number), App::back)
                .each(
                        CodeSet.class,
                        set -> set.is(SetState.KEPT) && set.reset() == number,
                        set -> set.become(SetState.ACTIVE))
                .each(Link.class, link -> link.isLiveAt(now), link -> link.ended("revoked"))
                // What a later reset has disabled does not count any more.
                .each(Reset.class, later -> later.number() >= number, Reset::ended)
                .hold(Lock.NONE);
        boolean hasApp = !restored.apps().isEmpty();
        Model back = restored.become(hasApp ? Model.Status.ENABLED : Model.Status.BACKUP_CODES_ONLY);
        return Outcome.of(back, Answer.of(200).saying("status", back.status().wireName()));
    }

    Outcome askForHelp(Model model) {
        return model.isEnrolled()
                ? Outcome.of(model, Answer.of(202).saying("way", "support"))
                : Outcome.refused(model, 409, "not-enrolled");
    }

    /** Rule R6. */
    private static Model reset(Model model, long now) {
        Reset reset = new Reset(model.next(), now + UNDO, false);
        return model.with(reset)
                .each(App.class, app -> app.is(AppState.STARTED) || app.is(AppState.CONFIRMED), App::gone)
                .each(App.class, app -> app.is(AppState.IN_USE), app -> app.disabledBy(reset.number()))
                .each(CodeSet.class, set -> set.is(SetState.ACTIVE), set -> set.keptFor(reset.number()))
                .become(Model.Status.BACKUP_CODES_ONLY)
                .hold(Lock.NONE);
    }

    private static boolean isDisabledBy(App app, int reset) {
        return app.is(AppState.DISABLED) && app.owner() == reset;
    }

    private static Outcome notLive(Model model, Link link) {
        String state = link.end().isEmpty() ? "expired" : link.end();
        return Outcome.of(model, Answer.refusal(409, "link-not-live").saying("state", state));
    }
}

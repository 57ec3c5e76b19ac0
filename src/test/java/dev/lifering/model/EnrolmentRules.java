package dev.lifering.model;

import dev.lifering.model.CodeRules.Proof;
import dev.lifering.model.Command.Confirm;
import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.AppState;
import dev.lifering.model.Thing.By;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.Session;
import java.util.List;
import java.util.Optional;

/** How authenticators come (rules E1 to E7). */
record EnrolmentRules(CodeRules codes) {
    private static final long LIVES = 10 * 60;
    private static final int OPEN_AT_ONCE = 5;

    Outcome start(Model model, Code code, long now) {
        if (!code.isBackupCode() && hasEnough(model)) {
            return Outcome.refused(model, 409, "too-many-authenticators");
        }
        if (!model.isEnrolled()) {
            return Outcome.of(started(model, By.NOTHING, Model.NONE, now), Answer.of(201));
        }
        return codes.stepUp(model, code, now, proof -> {
            Model after = codes.withSessionAfter(proof, now);
            By by = proof.isBackupCode() ? By.BACKUP_CODE : By.TOTP;
            return Outcome.of(started(after, by, Model.NONE, now), codes.withSession(Answer.of(201), proof));
        });
    }

    /** Rule R7. A session is not looked at where 2FA is off. */
    Outcome startInSession(Model model, int session, long now) {
        if (!model.isEnrolled()) {
            return Outcome.of(started(model, By.NOTHING, Model.NONE, now), Answer.of(201));
        }
        return model.the(Session.class, session).isLiveAt(now)
                ? Outcome.of(started(model, By.SESSION, session, now), Answer.of(201))
                : Outcome.refused(model, 403, "recovery-session-invalid");
    }

    /** An enrolment that has ended may be erased already, or not yet. */
    List<Outcome> cancel(Model model, int number, long now) {
        App app = model.the(App.class, number);
        Outcome unknown = Outcome.refused(model, 404, "not-found");
        if (!isOpen(app)) {
            return List.of(unknown);
        }
        // Codes that came with an enrolment which is given up open nothing.
        Model without = model.each(
                        CodeSet.class,
                        set -> app.is(AppState.CONFIRMED) && set.number() == app.owner(),
                        set -> set.become(Thing.SetState.ENDED))
                .with(app.gone());
        Outcome cancelled = Outcome.of(without, Answer.of(204));
        return now < app.until() ? List.of(cancelled) : List.of(cancelled, unknown);
    }

    List<Outcome> confirm(Model model, Confirm command, long now) {
        if (command.code() instanceof Code.None) {
            return List.of(Outcome.refused(model, 400, "invalid-request"));
        }
        App app = model.the(App.class, command.app());
        Outcome unknown = Outcome.refused(model, 404, "not-found");
        Outcome over = Outcome.refused(model, 409, "enrolment-over");
        if (!isOpen(app)) {
            return List.of(unknown);
        }
        if (now >= app.until()) {
            return List.of(over, unknown);
        }
        if (app.is(AppState.CONFIRMED)) {
            return List.of(over);
        }
        if (model.isEnrolled() && !codes.rules().staysOpenOnceEnabled(app)) {
            return List.of(Outcome.refused(model, 403, "second-factor-required"));
        }
        boolean typo = !(command.code() instanceof Code.Totp || command.code() instanceof Code.WrongTotp);
        return List.of(codes.guard(
                model,
                typo,
                now,
                () -> shown(model, app, command.code()),
                proof -> confirmed(model, app, now / CodeRules.STEP + ((Code.Totp) command.code()).steps(), now)));
    }

    private Optional<Proof> shown(Model model, App app, Code code) {
        boolean right = code instanceof Code.Totp totp
                && totp.app() == app.number()
                && codes.rules().isInWindow(totp.steps());
        return right ? Optional.of(new Proof(model, Model.NONE)) : Optional.empty();
    }

    private Outcome confirmed(Model before, App app, long step, long now) {
        Model model = before.hold(Lock.NONE);
        if (app.by() == By.SESSION) {
            Session session = model.the(Session.class, app.owner());
            if (!session.isLiveAt(now)) {
                return Outcome.refused(before, 403, "recovery-session-invalid");
            }
            model = model.with(session.ended());
        }
        if (!model.isEnrolled()) {
            return waiting(model, app, step, now);
        }
        if (hasEnough(model) && !app.by().mayReplace()) {
            return Outcome.refused(before, 409, "too-many-authenticators");
        }
        return added(model, app, step, now);
    }

    /** Rule E3: the first one counts when its backup codes have been acknowledged. */
    private Outcome waiting(Model model, App app, long step, long now) {
        Model issued = codes.withNewSet(model.each(App.class, other -> other.is(AppState.CONFIRMED), App::gone), now);
        CodeSet set = issued.the(CodeSet.class, issued.next() - 1);
        return Outcome.of(issued.with(app.confirmed(step, set)), shown(issued).saying("codes", Policy.BACKUP_CODES));
    }

    /** Any further one counts at once. Without a backup code, left or waiting, there are new ones. */
    private Outcome added(Model model, App app, long step, long now) {
        int surplus = Math.max(0, model.apps().size() + 1 - model.policy().maxAuthenticators());
        Model changed = model;
        for (App replaced : model.apps().subList(0, surplus)) {
            changed = changed.with(replaced.gone());
        }
        changed = changed.with(app.inUse(step, now)).become(Model.Status.ENABLED);
        boolean hasCodes = changed.codesLeft() > 0
                || !changed.all(CodeSet.class, set -> set.isPendingAt(now)).isEmpty();
        return hasCodes
                ? Outcome.of(changed, shown(changed))
                : Outcome.of(codes.withNewSet(changed, now), shown(changed).saying("codes", Policy.BACKUP_CODES));
    }

    private static Answer shown(Model model) {
        return Answer.of(200).saying("status", model.status().wireName());
    }

    private static boolean hasEnough(Model model) {
        return model.apps().size() >= model.policy().maxAuthenticators();
    }

    private static boolean isOpen(App app) {
        return app.is(AppState.STARTED) || app.is(AppState.CONFIRMED);
    }

    /** More than a few at once would be for filling the table: the oldest goes. */
    private static Model started(Model model, By by, int session, long now) {
        List<App> open = model.all(App.class, app -> app.is(AppState.STARTED));
        int surplus = Math.max(0, open.size() - OPEN_AT_ONCE + 1);
        Model room = model.each(App.class, app -> open.indexOf(app) >= 0 && open.indexOf(app) < surplus, App::gone);
        return room.with(App.started(room.next(), by, session, now + LIVES));
    }
}

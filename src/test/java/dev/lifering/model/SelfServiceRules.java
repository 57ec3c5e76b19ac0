package dev.lifering.model;

import dev.lifering.model.CodeRules.Proof;
import dev.lifering.model.Command.Acknowledge;
import dev.lifering.model.Command.Remove;
import dev.lifering.model.Command.Rename;
import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.AppState;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.Session;
import dev.lifering.model.Thing.SetState;
import java.util.List;
import java.util.Optional;

/** What a user changes by himself (rules E3 to E6, B4). */
record SelfServiceRules(CodeRules codes) {

    Outcome acknowledge(Model model, Acknowledge command, long now) {
        CodeSet set = model.the(CodeSet.class, command.set());
        if (!set.isPendingAt(now)) {
            return Outcome.refused(model, 409, "set-not-pending");
        }
        Code proof = command.proof();
        if (proof instanceof Code.None) {
            return model.policy().proof()
                    ? Outcome.refused(model, 422, "proof-required")
                    : acknowledged(model, set, now);
        }
        return codes.guard(
                model,
                proof instanceof Code.Typo || !proof.isBackupCode(),
                now,
                () -> proof instanceof Code.Backup backup && backup.set() == set.number()
                        ? Optional.of(new Proof(model, Model.NONE))
                        : Optional.empty(),
                proven -> acknowledged(proven.after(), set, now));
    }

    Outcome rename(Model model, Rename command, long now) {
        App app = model.the(App.class, command.app());
        if (!app.is(AppState.IN_USE)) {
            return Outcome.refused(model, 404, "not-found");
        }
        return codes.stepUp(model, command.code(), now, proof -> {
            // The code may have been the app's own.
            App used = proof.after().the(App.class, app.number());
            return Outcome.of(proof.after().with(used.named(command.label())), Answer.of(200));
        });
    }

    /** Rule E6. */
    Outcome remove(Model model, Remove command, long now) {
        App app = model.the(App.class, command.app());
        if (!app.is(AppState.IN_USE)) {
            return Outcome.refused(model, 404, "not-found");
        }
        Code code = command.code();
        boolean last = model.apps().size() == 1;
        int leftThen = model.codesLeft() - (code.isBackupCode() ? 1 : 0);
        if (last && !(code instanceof Code.None) && leftThen <= 0) {
            return Outcome.refused(model, 409, "last-factor");
        }
        return codes.stepUp(model, code, now, proof -> {
            Model without = proof.after().with(app.gone());
            return Outcome.of(last ? without.become(Model.Status.BACKUP_CODES_ONLY) : without, Answer.of(204));
        });
    }

    Outcome renew(Model model, Code code, long now) {
        if (!model.isEnrolled()) {
            return Outcome.refused(model, 409, "not-enrolled");
        }
        return codes.stepUp(model, code, now, proof -> {
            Model issued = codes.withNewSet(proof.after(), now);
            Model after = codes.withSessionAfter(new Proof(issued, proof.left()), now);
            Answer answer = Answer.of(201).saying("codes", Policy.BACKUP_CODES);
            return Outcome.of(after, codes.withSession(answer, proof));
        });
    }

    Outcome switchOff(Model model, Code code, long now) {
        if (!model.isEnrolled()) {
            return Outcome.refused(model, 409, "not-enrolled");
        }
        if (model.policy().mandatory()) {
            return Outcome.refused(model, 409, "mandatory");
        }
        return codes.stepUp(model, code, now, proof -> {
            Model off = withoutEverything(proof.after()).become(Model.Status.NOT_ENROLLED);
            return Outcome.of(off, Answer.of(204));
        });
    }

    /** Everything but what a reset keeps for its undo. */
    static Model withoutEverything(Model model) {
        List<AppState> gone = List.of(AppState.STARTED, AppState.CONFIRMED, AppState.IN_USE);
        return model.each(App.class, app -> gone.contains(app.state()), App::gone)
                .each(
                        CodeSet.class,
                        set -> set.is(SetState.ACTIVE) || set.is(SetState.PENDING),
                        set -> set.become(SetState.ENDED))
                .each(Session.class, session -> !session.over(), Session::ended);
    }

    private static Outcome acknowledged(Model model, CodeSet set, long now) {
        Model changed = model.each(CodeSet.class, old -> old.is(SetState.ACTIVE), old -> old.become(SetState.ENDED))
                .with(set.become(SetState.ACTIVE));
        for (App first : model.all(App.class, app -> app.is(AppState.CONFIRMED) && app.owner() == set.number())) {
            changed = changed.with(first.inUse(first.step(), now)).become(Model.Status.ENABLED);
        }
        return Outcome.of(changed, Answer.of(200));
    }
}

package dev.lifering.model;

import dev.lifering.model.Thing.App;
import dev.lifering.model.Thing.AppState;
import dev.lifering.model.Thing.CodeSet;
import dev.lifering.model.Thing.Session;
import dev.lifering.model.Thing.SetState;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What becomes of a code (rules V1 to V6, B3 to B5). */
record CodeRules(Rules rules) {
    static final long STEP = 30;
    private static final long SET_LIVES = 30 * 60;
    private static final long SESSION_LIVES = 15 * 60;
    private static final int LOW = 3;

    /**
     * A code that was right.
     *
     * @param after how things stand with the code spent and nothing held against the user
     * @param left unspent backup codes; {@link Model#NONE} for another kind of code
     */
    record Proof(Model after, int left) {

        boolean isBackupCode() {
            return left != Model.NONE;
        }
    }

    /** Rule V4. */
    Outcome login(Model model, Code code, long now) {
        if (code instanceof Code.None) {
            return Outcome.refused(model, 400, "invalid-request");
        }
        return check(model, code, now, proof -> {
            Model after = withSessionAfter(proof, now);
            int left = after.codesLeft();
            Answer answer = Answer.of(200)
                    .saying("method", proof.isBackupCode() ? "backup_code" : "totp")
                    .saying("status", after.status().wireName())
                    .saying("backupCodesRemaining", left)
                    .saying("lowBackupCodes", left <= LOW)
                    .saying("reenrolmentRequired", after.status() == Model.Status.BACKUP_CODES_ONLY);
            return Outcome.of(after, withSession(answer, proof));
        });
    }

    /** Rule E5: the fresh second factor that a change takes. */
    Outcome stepUp(Model model, Code code, long now, Function<Proof, Outcome> then) {
        return code instanceof Code.None
                ? Outcome.refused(model, 403, "second-factor-required")
                : check(model, code, now, then);
    }

    /** Rule V3: the lock comes first, and a typing error costs nothing. */
    Outcome guard(Model model, boolean typo, long now, Supplier<Optional<Proof>> look, Function<Proof, Outcome> then) {
        Lock lock = model.lock();
        if (lock.holdsAt(now)) {
            Answer locked = Answer.refusal(429, "locked").saying("retryAfter", (int) lock.waitAt(now));
            return Outcome.of(model, lock.blocks() ? locked.saying("blocked", true) : locked);
        }
        if (typo) {
            return Outcome.refused(model, 422, "code-malformed");
        }
        return look.get()
                .map(proof -> then.apply(new Proof(proof.after().hold(Lock.NONE), proof.left())))
                .orElseGet(() -> rejected(model, rules.afterFailure(lock, now)));
    }

    /** Rule V6: whoever has spent his last backup code may set up an authenticator. */
    Model withSessionAfter(Proof proof, long now) {
        return proof.left() == 0 ? withSession(proof.after(), now) : proof.after();
    }

    Answer withSession(Answer answer, Proof proof) {
        return proof.left() == 0 ? answer.saying("session", true) : answer;
    }

    Model withSession(Model model, long now) {
        Model ended = model.each(Session.class, session -> !session.over(), Session::ended);
        return ended.with(new Session(ended.next(), now + SESSION_LIVES, false));
    }

    /** Rule B4: a new set waits, in place of one that waits already. */
    Model withNewSet(Model model, long now) {
        Model ended = model.each(
                CodeSet.class,
                set -> set.is(SetState.PENDING) || rules.newSetEndsTheOldOne() && set.is(SetState.ACTIVE),
                set -> set.become(SetState.ENDED));
        return ended.with(new CodeSet(ended.next(), SetState.PENDING, now + SET_LIVES, Set.of(), Model.NONE));
    }

    private Outcome check(Model model, Code code, long now, Function<Proof, Outcome> then) {
        if (!model.isEnrolled()) {
            return Outcome.refused(model, 409, "not-enrolled");
        }
        boolean typo = code instanceof Code.Typo;
        Model looked = typo || model.lock().holdsAt(now) ? model : withEarly(model, code, now);
        return guard(looked, typo, now, () -> spent(model, code, now), then);
    }

    /** A code that was given before its time is burnt. */
    private Model withEarly(Model model, Code code, long now) {
        if (code instanceof Code.Totp totp && totp.app() != Model.NONE) {
            App app = model.the(App.class, totp.app());
            boolean early = totp.steps() > 0 && !rules.isInWindow(totp.steps());
            return early && app.is(AppState.IN_USE) ? model.with(app.givenEarly(now / STEP + totp.steps())) : model;
        }
        return model;
    }

    private Optional<Proof> spent(Model model, Code code, long now) {
        if (code instanceof Code.Totp totp && totp.app() != Model.NONE) {
            App app = model.the(App.class, totp.app());
            long step = now / STEP + totp.steps();
            return app.is(AppState.IN_USE) && rules.isInWindow(totp.steps()) && rules.isFresh(app, step)
                    ? Optional.of(new Proof(model.with(app.burning(step, now)), Model.NONE))
                    : Optional.empty();
        }
        if (code instanceof Code.Backup backup && backup.set() != Model.NONE) {
            CodeSet set = model.the(CodeSet.class, backup.set());
            return set.is(SetState.ACTIVE) && rules.isUnspent(set, backup.place())
                    ? Optional.of(proof(model, set.spending(backup.place())))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Proof proof(Model model, CodeSet spent) {
        return new Proof(model.with(spent), spent.left());
    }

    private static Outcome rejected(Model model, Lock lock) {
        return Outcome.of(
                model.hold(lock),
                Answer.refusal(422, "code-rejected").saying("attemptsRemaining", lock.attemptsRemaining()));
    }
}

package dev.lifering.model;

import java.util.ArrayList;
import java.util.List;

/** What each command comes to, by the rules. */
final class Life {
    /** Each command takes its time, and a Wait some more. */
    static final long COMMAND_TAKES = 10;

    private final CodeRules codes;
    private final EnrolmentRules enrolment;
    private final SelfServiceRules selfService;
    private final RecoveryRules recovery;

    Life(Rules rules) {
        codes = new CodeRules(rules);
        enrolment = new EnrolmentRules(codes);
        selfService = new SelfServiceRules(codes);
        recovery = new RecoveryRules(codes);
    }

    /** How long the command takes, before it happens. */
    static long secondsOf(Command command) {
        return command instanceof Command.Wait wait ? wait.seconds() : COMMAND_TAKES;
    }

    /**
     * All that may become of the command now: more than one where it does not matter how far some work in the background
     * is, and where two do something at the same time: either may be the first.
     *
     * @param command with the numbers of the things it is about
     */
    List<Outcome> after(Model model, Command command, long now) {
        if (!(command instanceof Command.Together together)) {
            return single(model, command, now);
        }
        var all = new ArrayList<Outcome>();
        for (Outcome first : single(model, together.one(), now)) {
            for (Outcome second : single(first.next(), together.other(), now)) {
                all.add(new Outcome(second.next(), List.of(first.answer(), second.answer()), first.next(), 0));
            }
        }
        for (Outcome first : single(model, together.other(), now)) {
            for (Outcome second : single(first.next(), together.one(), now)) {
                all.add(new Outcome(second.next(), List.of(second.answer(), first.answer()), first.next(), 1));
            }
        }
        return all;
    }

    private List<Outcome> single(Model model, Command command, long now) {
        if (!command.isKnown()) {
            return List.of(Outcome.of(model, Answer.NOTHING));
        }
        if (command instanceof Command.Confirm confirm) {
            return enrolment.confirm(model, confirm, now);
        }
        if (command instanceof Command.Cancel cancel) {
            return enrolment.cancel(model, cancel.app(), now);
        }
        return List.of(plain(model, command, now));
    }

    private Outcome plain(Model model, Command command, long now) {
        if (command instanceof Command.Start start) {
            return enrolment.start(model, start.code(), now);
        }
        if (command instanceof Command.StartInSession start) {
            return enrolment.startInSession(model, start.session(), now);
        }
        if (command instanceof Command.Verify verify) {
            return codes.login(model, verify.code(), now);
        }
        if (command instanceof Command.Acknowledge acknowledge) {
            return selfService.acknowledge(model, acknowledge, now);
        }
        if (command instanceof Command.Rename rename) {
            return selfService.rename(model, rename, now);
        }
        if (command instanceof Command.Remove remove) {
            return selfService.remove(model, remove, now);
        }
        if (command instanceof Command.Renew renew) {
            return selfService.renew(model, renew.code(), now);
        }
        return command instanceof Command.SwitchOff off
                ? selfService.switchOff(model, off.code(), now)
                : recovering(model, command, now);
    }

    private Outcome recovering(Model model, Command command, long now) {
        if (command instanceof Command.SendLink send) {
            return recovery.sendLink(model, send.reason(), now);
        }
        if (command instanceof Command.RevokeLink revoke) {
            return recovery.revoke(model, revoke.link(), now);
        }
        if (command instanceof Command.Redeem redeem) {
            return recovery.redeem(model, redeem.link(), now);
        }
        if (command instanceof Command.Undo undo) {
            return recovery.undo(model, undo.reset(), now);
        }
        if (command instanceof Command.AskForHelp) {
            return recovery.askForHelp(model);
        }
        return command instanceof Command.Guess guess
                ? Outcome.of(model.hold(new Lock(guess.failures(), 0)), Answer.NOTHING)
                : Outcome.of(model, Answer.NOTHING);
    }
}

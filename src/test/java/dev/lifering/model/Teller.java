package dev.lifering.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes stories up: the same from the same seed. Most of what happens makes sense, as nonsense soon ends in refusals. */
final class Teller {
    private static final long[] WAITS = {
        20, 30, 30, 30, 60, 90, 5 * 60, 10 * 60, 15 * 60, 31 * 60, 60 * 60, 24 * 60 * 60, 73 * 60 * 60
    };

    private final Random random;
    private final List<Command> commands = new ArrayList<>();

    private Teller(Random random) {
        this.random = random;
    }

    static Story story(long seed) {
        // Seeds that follow each other would begin alike.
        var random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        var policy = new Policy(
                random.nextInt(8) == 0,
                Set.of(1, 2, 5).stream().sorted().toList().get(random.nextInt(3)),
                random.nextInt(4) == 0);
        var teller = new Teller(random);
        if (random.nextInt(10) > 0) {
            teller.enrol(policy);
        }
        int length = teller.commands.size() + 6 + random.nextInt(10);
        while (teller.commands.size() < length) {
            teller.goOn(policy);
        }
        return new Story(seed, policy, teller.disturbed());
    }

    /** Now and then something comes between. */
    private List<Command> disturbed() {
        var disturbed = new ArrayList<Command>();
        for (Command command : commands) {
            if (random.nextInt(10) == 0) {
                disturbed.add(single());
            }
            disturbed.add(command);
        }
        return disturbed;
    }

    private void goOn(Policy policy) {
        int dice = random.nextInt(100);
        if (dice < 8) {
            enrol(policy);
        } else if (dice < 20) {
            recover();
        } else if (dice < 23) {
            spendAll();
        } else if (dice < 27) {
            guess();
        } else if (dice < 30) {
            addTwo();
        } else if (dice < 33) {
            dawdle();
        } else if (dice < 44) {
            commands.add(new Command.Wait(WAITS[random.nextInt(WAITS.length)]));
        } else if (dice < 55) {
            commands.add(new Command.Together(single(), single()));
        } else {
            commands.add(single());
        }
    }

    private void enrol(Policy policy) {
        int starts = random.nextInt(5) == 0 ? 2 : 1;
        for (int start = 0; start < starts; start++) {
            commands.add(new Command.Start(commands.size() < starts ? new Code.None() : rightCode()));
        }
        commands.add(new Command.Confirm(0, new Code.Totp(0, random.nextInt(2))));
        if (random.nextInt(12) == 0) {
            commands.add(new Command.Cancel(0));
        }
        Code proof = policy.proof() ? new Code.Backup(0, random.nextInt(Policy.BACKUP_CODES)) : new Code.None();
        commands.add(new Command.Acknowledge(0, proof));
    }

    private void recover() {
        commands.add(sendLink());
        commands.add(new Command.Redeem(0, random.nextBoolean()));
        if (random.nextBoolean()) {
            commands.add(new Command.Acknowledge(0, new Code.None()));
        }
        if (random.nextBoolean()) {
            commands.add(new Command.StartInSession(0));
            commands.add(new Command.Confirm(0, new Code.Totp(0, 0)));
        }
        if (random.nextInt(3) == 0) {
            commands.add(new Command.Undo(some()));
        }
    }

    /** Two enrolments, side by side: the second may be one too many. */
    private void addTwo() {
        commands.add(new Command.Start(new Code.Totp(0, 0)));
        commands.add(new Command.Wait(30));
        commands.add(new Command.Start(new Code.Totp(1, 0)));
        commands.add(new Command.Confirm(1, new Code.Totp(1, 0)));
        commands.add(new Command.Confirm(0, new Code.Totp(0, 0)));
    }

    /** An enrolment that outlives the session which allowed it. */
    private void dawdle() {
        commands.add(sendLink());
        commands.add(new Command.Redeem(0, random.nextBoolean()));
        commands.add(new Command.Wait(random.nextInt(3) * 5 * 60));
        commands.add(new Command.StartInSession(0));
        commands.add(new Command.Wait(random.nextInt(3) * 5 * 60));
        commands.add(new Command.Confirm(0, new Code.Totp(0, 0)));
    }

    private void spendAll() {
        for (int place = random.nextInt(2); place < Policy.BACKUP_CODES; place++) {
            commands.add(new Command.Verify(random.nextBoolean(), new Code.Backup(0, place)));
        }
    }

    private void guess() {
        if (random.nextInt(3) == 0) {
            commands.add(new Command.Guess(random.nextInt(3) == 0 ? 4 : 99));
        } else {
            int failures = 4 + random.nextInt(3);
            for (int failure = 0; failure < failures; failure++) {
                commands.add(new Command.Verify(random.nextBoolean(), new Code.WrongTotp()));
            }
        }
    }

    private Command single() {
        return switch (random.nextInt(20)) {
            case 0 -> new Command.Start(code());
            case 1 -> new Command.StartInSession(some());
            case 2, 3 -> confirm(some());
            case 4 -> new Command.Cancel(some());
            case 5, 6 -> new Command.Acknowledge(some(), random.nextBoolean() ? new Code.None() : code());
            case 7, 8, 9, 10 -> new Command.Verify(random.nextBoolean(), code());
            case 11 -> new Command.Rename(some(), "phone " + random.nextInt(3), code());
            case 12 -> new Command.Remove(some(), code());
            case 13 -> new Command.Renew(code());
            case 14 -> new Command.SwitchOff(code());
            case 15 -> sendLink();
            case 16 -> new Command.RevokeLink(some());
            case 17 -> new Command.Redeem(some(), random.nextBoolean());
            case 18 -> new Command.Undo(some());
            default -> new Command.AskForHelp(random.nextBoolean());
        };
    }

    private Command confirm(int app) {
        return new Command.Confirm(app, random.nextInt(4) == 0 ? code() : new Code.Totp(app, steps()));
    }

    private Command sendLink() {
        return new Command.SendLink(random.nextBoolean() ? "lost" : "stolen");
    }

    private Code code() {
        return switch (random.nextInt(12)) {
            case 0 -> new Code.None();
            case 1 -> new Code.WrongTotp();
            case 2 -> new Code.Foreign();
            case 3 -> new Code.Typo();
            default -> rightCode();
        };
    }

    /** Right more often than not, depending on what was there before. */
    private Code rightCode() {
        return random.nextInt(3) == 0
                ? new Code.Backup(some(), random.nextInt(Policy.BACKUP_CODES))
                : new Code.Totp(some(), steps());
    }

    private int steps() {
        int dice = random.nextInt(10);
        return dice < 5 ? 0 : dice < 8 ? 1 : dice == 8 ? -1 : random.nextInt(7) - 3;
    }

    /** The newest of its kind, mostly. */
    private int some() {
        return Math.max(0, random.nextInt(8) - 5);
    }
}

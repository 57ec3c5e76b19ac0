package dev.lifering.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A day of a platform in small: of a hundred requests so many of each kind, in no order. */
final class Mixed implements Scenario {
    private static final long SEED = 42;

    private final List<Share> shares;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** How much of the whole falls to a scenario, in percent. */
    record Share(int percent, Scenario scenario) {}

    Mixed(List<Share> shares) {
        this.shares = List.copyOf(shares);
        if (shares.stream().mapToInt(Share::percent).sum() != 100) {
            throw new IllegalArgumentException("the shares must add up to 100");
        }
    }

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public void prepare(int operations) throws Exception {
        for (Share share : shares) {
            share.scenario().prepare(operations * share.percent() / 100 + 1);
        }
    }

    /** Ends when one of the kinds can do no more, so that the mixture stays what it is. */
    @Override
    public Optional<Operation> next() {
        int drawn = random.nextInt(100);
        for (Share share : shares) {
            drawn -= share.percent();
            if (drawn < 0) {
                return share.scenario().next();
            }
        }
        throw new IllegalStateException("the shares add up to 100");
    }

    @Override
    public void settle() throws Exception {
        for (Share share : new ArrayList<>(shares)) {
            share.scenario().settle();
        }
    }
}

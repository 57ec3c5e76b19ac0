package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Whose code is next. Replay protection is on: a code works once, and only in ascending time steps, one step either side
 * of the clock's. So users take turns over the whole population, in an order that visits each before any comes again and
 * looks random to the database. For use on one thread.
 */
final class Turns {
    /** A code of the step before is used only where an answer is sure to come before the clock moves on. */
    private static final double MARGIN_SECONDS = 8;

    private final Population population;
    private final Order order;
    private final int[] lastSteps;
    private final BitSet underWay = new BitSet();

    Turns(Population population) {
        this.population = population;
        int size = population.size(Role.PLAIN);
        order = new Order(size);
        lastSteps = new int[size];
    }

    /** A user and a code of his that works now, once. */
    record Turn(int index, int number, String code) {}

    /** Empty while no user has a code that would work. The caller must {@link #end} the turn when it was answered. */
    synchronized Optional<Turn> next() {
        int oldest = oldestStep();
        for (int tries = 0; tries < lastSteps.length; tries++) {
            int index = order.next();
            int step = Math.max(lastSteps[index] + 1, oldest);
            if (step <= App.stepNow() + 1 && !underWay.get(index)) {
                lastSteps[index] = step;
                underWay.set(index);
                int number = population.number(Role.PLAIN, index);
                return Optional.of(new Turn(index, number, App.code(population.secret(number), step)));
            }
        }
        return Optional.empty();
    }

    synchronized void end(Turn turn) {
        underWay.clear(turn.index());
    }

    /** Waits until so many codes would work, or as many as there can ever be. */
    void await(long wanted) throws InterruptedException {
        long enough = Math.min(wanted, 2L * lastSteps.length);
        while (available() < enough) {
            Thread.sleep(500);
        }
    }

    private synchronized long available() {
        int oldest = oldestStep();
        int newest = App.stepNow() + 1;
        return Arrays.stream(lastSteps)
                .mapToLong(last -> Math.max(0, newest - Math.max(last, oldest - 1)))
                .sum();
    }

    private static int oldestStep() {
        return App.secondsLeftInStep() > MARGIN_SECONDS ? App.stepNow() - 1 : App.stepNow();
    }
}

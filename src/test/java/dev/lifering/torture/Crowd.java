package dev.lifering.torture;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lets all actors take their turns, so many at a time, until it is told to stop. */
final class Crowd {
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(AT_ONCE);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    void start(List<Actor> actors) {
        for (int number = 0; number < actors.size(); number++) {
            Actor actor = actors.get(number);
            threads.schedule(() -> play(actor), 100L * number, TimeUnit.MILLISECONDS);
        }
    }

    /** Returns when the turns that have begun are over. */
    void stop() throws InterruptedException {
        isOver = true;
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the players do not stop");
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw new AssertionError(failures.size() + " turns failed", failure);
        });
    }

    @SuppressWarnings("IllegalCatch") // an actor that fails must not vanish quietly
    private void play(Actor actor) {
        if (isOver) {
            return;
        }
        try {
            Duration pause = actor.turn();
            if (!isOver) {
                threads.schedule(() -> play(actor), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException over) {
            // The crowd was stopped during the turn.
        } catch (Throwable failure) {
            failures.add(failure);
        }
    }
}

package dev.lifering.torture;

import static org.awaitility.Awaitility.await;

import dev.lifering.packaged.SmtpListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The schedule of faults: one after the other, drawn by their weights, and how long each took to recover from. */
final class Storm {
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(100);
    private static final int SHORTEST = 200;
    private static final int PAUSE = 700;

    private final Arsenal arsenal;
    private final Probe probe;
    private final SmtpListener smtp;
    private final Random random;
    private final Queue<Struck> struck = new ConcurrentLinkedQueue<>();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<Fault> unseen = new ArrayList<>(List.of(Fault.values()));
    private CompletableFuture<Void> restart = CompletableFuture.completedFuture(null);
    private int restarting = -1;

    Storm(Arsenal arsenal, Probe probe, SmtpListener smtp, Random random) {
        this.arsenal = arsenal;
        this.probe = probe;
        this.smtp = smtp;
        this.random = random;
        Collections.shuffle(unseen, random);
    }

    /** A fault that happened, and how long after its end everything was well again; a reason where it was not. */
    record Struck(Fault fault, Duration recovery, String failure) {
        boolean isSurvived() {
            return failure.isEmpty();
        }
    }

    List<Struck> struck() {
        return List.copyOf(struck);
    }

    /** So many faults, or fewer when the time is over before. Returns when all have been recovered from. */
    void rage(int faults, Instant end) {
        for (int count = 0; count < faults && Instant.now().isBefore(end); count++) {
            if (restart.isDone()) {
                restarting = -1;
            }
            happen(draw());
            pause(random.nextInt(PAUSE));
        }
        background.shutdown();
        await("all recoveries").atMost(Duration.ofMinutes(4)).until(background::isTerminated);
    }

    /** Each kind once, then by weight. */
    private Fault draw() {
        // One replica always stands.
        List<Fault> possible = Arrays.stream(Fault.values())
                .filter(fault -> restarting < 0 || fault != Fault.KILL_REPLICA)
                .toList();
        Optional<Fault> next = unseen.stream().filter(possible::contains).findFirst();
        if (next.isPresent()) {
            unseen.remove(next.get());
            return next.get();
        }
        int chance = random.nextInt(possible.stream().mapToInt(Fault::weight).sum());
        for (Fault fault : possible) {
            chance -= fault.weight();
            if (chance < 0) {
                return fault;
            }
        }
        throw new AssertionError("no fault has this weight");
    }

    @SuppressWarnings("IllegalCatch") // whatever a fault leads to belongs in the report
    private void happen(Fault fault) {
        int replica = restarting < 0 ? random.nextInt(Fleet.SIZE) : Fleet.SIZE - 1 - restarting;
        try {
            Arsenal.End end = arsenal.strike(fault, replica);
            if (fault == Fault.KILL_REPLICA) {
                restarting = replica;
                restart = CompletableFuture.runAsync(
                        () -> note(fault, end, since -> probe.recovery(replica, since)), background);
                return;
            }
            pause(SHORTEST + random.nextInt(fault.longest()));
            if (fault.isOfMail()) {
                end.come();
                Instant since = Instant.now();
                int before = smtp.received().size();
                background.execute(() -> note(fault, () -> {}, ended -> mail(before, since)));
            } else {
                note(fault, end, since -> slowest(since));
            }
        } catch (Exception | AssertionError failed) {
            struck.add(new Struck(fault, Duration.ZERO, failed.toString()));
        }
    }

    /** How long the recovery took that began at a moment. */
    private interface Recovery {
        Duration since(Instant end);
    }

    @SuppressWarnings("IllegalCatch")
    private void note(Fault fault, Arsenal.End end, Recovery recovery) {
        try {
            Instant since = Instant.now();
            end.come();
            struck.add(new Struck(fault, recovery.since(since), ""));
        } catch (Exception | AssertionError failed) {
            struck.add(new Struck(fault, Duration.ZERO, failed.toString()));
        }
    }

    private Duration slowest(Instant since) {
        return IntStream.range(0, Fleet.SIZE)
                .filter(replica -> replica != restarting)
                .mapToObj(replica -> probe.recovery(replica, since))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Duration mail(int before, Instant since) {
        await("a mail")
                .atMost(MAIL_PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> smtp.received().size() > before);
        return Duration.between(since, Instant.now());
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}

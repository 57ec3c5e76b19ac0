package dev.lifering.torture;

import dev.lifering.packaged.Replica;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two replicas, each of which may be killed and started again. */
final class Fleet implements AutoCloseable {
    static final int SIZE = 2;

    private static final int ATTEMPTS = 20;
    private static final int BLIND = 10;

    private final IntFunction<Map<String, String>> settings;
    private final AtomicReferenceArray<Replica> running = new AtomicReferenceArray<>(SIZE);
    private volatile int starting = -1;
    private final List<Replica> all = new ArrayList<>();

    /** Starts them one after the other. */
    Fleet(IntFunction<Map<String, String>> settings) {
        this.settings = settings;
        IntStream.range(0, SIZE).forEach(this::start);
    }

    URI base(int number) {
        return running.get(number).base();
    }

    /** Which replica gets this request: one after the other; one that is known to be down gets few. */
    int turn(long request) {
        int number = (int) (request % SIZE);
        boolean isDown = !running.get(number).handle().isAlive() || starting == number;
        return isDown && request % BLIND > 1 ? SIZE - 1 - number : number;
    }

    void kill(int number) throws InterruptedException {
        running.get(number).kill();
    }

    /** Starts the replica; again, where PostgreSQL was taken away from it meanwhile, as whatever supervises it would. */
    void start(int number) {
        AssertionError last = null;
        starting = number;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Replica started = Replica.start(settings.apply(number));
                synchronized (all) {
                    all.add(started);
                }
                running.set(number, started);
                starting = -1;
                return;
            } catch (AssertionError ended) {
                last = ended;
            }
        }
        throw new AssertionError("replica " + number + " does not start", last);
    }

    void freeze(int number) throws IOException, InterruptedException {
        Signals.send("STOP", Stream.of(running.get(number).handle()));
    }

    void resume(int number) throws IOException, InterruptedException {
        Signals.send("CONT", Stream.of(running.get(number).handle()));
    }

    /** What all of them have logged, one after the other. */
    List<String> logs() {
        synchronized (all) {
            return all.stream().map(Replica::output).toList();
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            all.forEach(replica -> {
                if (replica.handle().isAlive()) {
                    replica.close();
                }
            });
        }
    }
}

package dev.lifering.webhook.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/** Work that is asked for from all sides, done by one at a time, and once more if somebody asked meanwhile. */
final class Round implements Runnable {
    private final AtomicInteger asked = new AtomicInteger();
    private final Runnable work;

    Round(Runnable work) {
        this.work = work;
    }

    /** Whether it was idle until now, so that whoever asks must have it run. */
    boolean begins() {
        return asked.getAndIncrement() == 0;
    }

    /** It will not be run, though it {@link #begins}: whoever asks next must see to it. */
    void abandon() {
        asked.set(0);
    }

    @Override
    public void run() {
        boolean isDone = false;
        try {
            int seen;
            do {
                seen = asked.get();
                work.run();
            } while (!asked.compareAndSet(seen, 0));
            isDone = true;
        } finally {
            if (!isDone) {
                abandon();
            }
        }
    }
}

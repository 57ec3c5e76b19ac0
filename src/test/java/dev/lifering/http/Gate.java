package dev.lifering.http;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever comes, until a test opens it. */
@Singleton
class Gate {
    private volatile CountDownLatch closed = new CountDownLatch(0);

    void close() {
        closed = new CountDownLatch(1);
    }

    void open() {
        closed.countDown();
    }

    void pass() throws InterruptedException {
        if (!closed.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody has opened the gate");
        }
    }
}

package dev.lifering.webhook.sending;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One message on its way. It ends in time, whatever the endpoint does. */
final class Attempt {
    /** What an endpoint says is of no interest; so much of it is read to keep the connection. */
    private static final int READ = 4096;

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicReference<HttpClientRequest> request = new AtomicReference<>();
    private final Vertx vertx;
    private final long timer;

    Attempt(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.timer = vertx.setTimer(limit.toMillis(), late -> fail("no answer in time"));
    }

    /** Waits for what comes of it. */
    Reply reply() {
        return reply.join();
    }

    /** There is a connection. Whether it is still wanted; the request must not be used any more if it is not. */
    boolean begins(HttpClientRequest begun) {
        request.set(begun);
        if (reply.isDone()) {
            begun.reset();
            return false;
        }
        return true;
    }

    void fail(Throwable failure) {
        fail(Trouble.of(failure));
    }

    /** The head of an answer says it all. What follows has the rest of the time, and no more of the connection. */
    void answered(HttpClientResponse response, Instant now) {
        var read = new AtomicInteger();
        response.exceptionHandler(brokenOff -> breakOff());
        response.handler(part -> {
            if (read.addAndGet(part.length()) > READ) {
                breakOff();
            }
        });
        response.endHandler(whole -> vertx.cancelTimer(timer));
        reply.complete(Reply.of(response.statusCode(), response.getHeader(HttpHeaders.RETRY_AFTER), now));
    }

    private void fail(String problem) {
        reply.complete(Reply.none(problem));
        breakOff();
    }

    private void breakOff() {
        vertx.cancelTimer(timer);
        HttpClientRequest begun = request.get();
        if (begun != null) {
            begun.reset();
        }
    }
}

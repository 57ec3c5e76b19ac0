package dev.lifering.torture;

import dev.lifering.torture.Answer.Ask;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends requests to the replicas in turn, each under an id of its own, and keeps a journal of what came of them. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Fleet fleet;
    private final Queue<Answer> journal = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();

    Caller(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * A request, wherever it is sent.
     *
     * @param things what to keep of a 2xx answer
     */
    record Call(Ask ask, String method, String path, String token, String body, Function<Reply, List<String>> things) {
        static Call post(Ask ask, String path, String token, String body) {
            return new Call(ask, "POST", path, token, body, reply -> List.of());
        }

        /** The same under a key; whoever sends it again may hope for the same answer. */
        Call under(String key) {
            return new Call(ask.under(key), method, path, token, body, reply -> List.of(hash(reply.body())));
        }

        private static String hash(String body) {
            return Integer.toHexString(body.hashCode());
        }

        Call keeping(Function<Reply, List<String>> kept) {
            return new Call(ask, method, path, token, body, kept);
        }
    }

    /** What the sender got; status 0 for nothing. */
    record Reply(int status, String body) {
        boolean isDone() {
            return outcome() == Outcome.DONE;
        }

        Outcome outcome() {
            return Outcome.of(status);
        }

        JsonPath json() {
            return JsonPath.from(body);
        }
    }

    List<Answer> journal() {
        return List.copyOf(journal);
    }

    Reply send(Call call) {
        return start(call).join();
    }

    /** Sends it so often at the same time, to the replicas in turn. */
    List<Reply> race(Call call, int times) {
        return IntStream.range(0, times).mapToObj(number -> start(call)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    CompletableFuture<Reply> start(Call call) {
        long number = sent.incrementAndGet();
        String id = "torture-" + number;
        Instant now = Instant.now();
        return http.sendAsync(request(call, id, fleet.turn(number)), BodyHandlers.ofString())
                .handle((response, failure) -> reply(response))
                .thenApply(reply -> noted(call, id, reply, now));
    }

    private HttpRequest request(Call call, String id, int replica) {
        var builder = HttpRequest.newBuilder(fleet.base(replica).resolve(call.path()));
        if (!call.ask().key().isEmpty()) {
            builder.header("Idempotency-Key", call.ask().key());
        }
        return builder.timeout(PATIENCE)
                .header("Authorization", "Bearer " + call.token())
                .header("X-Request-Id", id)
                .header("Content-Type", call.ask().kind() == Kind.IMPORT ? "application/x-ndjson" : "application/json")
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .build();
    }

    private static Reply reply(@Nullable HttpResponse<String> response) {
        return response == null ? new Reply(0, "") : new Reply(response.statusCode(), response.body());
    }

    private Reply noted(Call call, String id, Reply reply, Instant at) {
        List<String> things = reply.isDone() ? call.things().apply(reply) : List.of();
        journal.add(new Answer(id, call.ask(), reply.outcome(), things, at, Instant.now()));
        return reply;
    }
}

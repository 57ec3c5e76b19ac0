package dev.lifering.bench;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One long request that moves many lines (NDJSON); each line counts, and the latency is the whole request's. */
final class Bulk implements Scenario {
    private static final String NDJSON = "application/x-ndjson";
    private static final int LINES_PER_WRITE = 200;
    private static final int OK = 200;

    private final String name;
    private final String path;
    private final String token;
    private final int linesToSend;
    private boolean begun;
    private String series = "";

    private Bulk(String name, String path, String token, int linesToSend) {
        this.name = name;
        this.path = path;
        this.token = token;
        this.linesToSend = linesToSend;
    }

    static Bulk userImport(World world, int users) {
        var path = "/v1/accounts/" + Population.IMPORT_ACCOUNT + "/user-imports";
        return new Bulk("user-import", path, world.tokens().service(), users);
    }

    static Bulk auditExport(World world) {
        var path = "/v1/accounts/" + Population.ARCHIVE_ACCOUNT + "/audit-events";
        return new Bulk(
                "audit-export", path, world.tokens().member("archivist", "admin", Population.ARCHIVE_ACCOUNT), 0);
    }

    /** Whether the application answers in lines at all; an older one may not. */
    boolean isOffered(URI base) throws IOException, InterruptedException {
        if (linesToSend > 0) {
            return true;
        }
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", NDJSON)
                .build();
        var answer = java.net.http.HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return answer.statusCode() == OK
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith(NDJSON);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int operations) {
        begun = false;
        // A repetition would change nothing, and be quicker than a first import.
        series = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    }

    @Override
    public Optional<Operation> next() {
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        return Optional.of(this::start);
    }

    private Future<Long> start(Http http) {
        var options = new RequestOptions()
                .setMethod(linesToSend > 0 ? HttpMethod.POST : HttpMethod.GET)
                .setHost(http.base().getHost())
                .setPort(http.base().getPort())
                .setURI(path)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Accept", NDJSON);
        return http.client().request(options).compose(this::exchange);
    }

    private Future<Long> exchange(HttpClientRequest request) {
        var lines = request.response().compose(this::lines);
        if (linesToSend == 0) {
            return request.end().compose(ignored -> lines);
        }
        request.putHeader("Content-Type", NDJSON).setChunked(true);
        write(request, 0);
        return lines;
    }

    /** Writes on as fast as the other side takes it. */
    private void write(HttpClientRequest request, int from) {
        int next = from;
        while (next < linesToSend && !request.writeQueueFull()) {
            int end = Math.min(linesToSend, next + LINES_PER_WRITE);
            request.write(users(next, end));
            next = end;
        }
        if (next == linesToSend) {
            request.end();
        } else {
            int rest = next;
            request.drainHandler(ignored -> write(request, rest));
        }
    }

    private Buffer users(int from, int to) {
        var lines = new StringBuilder();
        for (int number = from; number < to; number++) {
            lines.append("{\"id\":\"import-" + series + "-")
                    .append(number)
                    .append("\",\"email\":\"" + series + "-")
                    .append(number)
                    .append("@users.example\",\"displayName\":\"Import ")
                    .append(number)
                    .append("\"}\n");
        }
        return Buffer.buffer(lines.toString());
    }

    private Future<Long> lines(HttpClientResponse response) {
        var lines = new AtomicLong();
        response.handler(chunk -> lines.addAndGet(count(chunk)));
        return response.end()
                .compose(ignored -> response.statusCode() == OK
                        ? Future.succeededFuture(lines.get())
                        : Future.failedFuture(path + " answered " + response.statusCode()));
    }

    private static long count(Buffer chunk) {
        long count = 0;
        for (int i = 0; i < chunk.length(); i++) {
            if (chunk.getByte(i) == '\n') {
                count++;
            }
        }
        return count;
    }
}

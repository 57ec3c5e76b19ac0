package dev.lifering.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** The connections to the application, all kept alive. */
final class Http implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient client;
    private final URI base;

    Http(Vertx vertx, URI base, int connections) {
        this.base = base;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setKeepAlive(true)
                .setKeepAliveTimeout(0)
                .setPipelining(false)
                .setIdleTimeout(PATIENCE_SECONDS));
    }

    /** The body of the answer, or a failure where the status is not the expected one. */
    Future<Buffer> send(Call call) {
        var options = new RequestOptions()
                .setMethod(call.method())
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(call.path())
                .putHeader("Authorization", "Bearer " + call.token());
        if (call.body() != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return client.request(options)
                .compose(request -> request.send(call.buffer()))
                .compose(response -> body(call, response));
    }

    HttpClient client() {
        return client;
    }

    URI base() {
        return base;
    }

    private static Future<Buffer> body(Call call, HttpClientResponse response) {
        return response.body()
                .compose(body -> response.statusCode() == call.expected()
                        ? Future.succeededFuture(body)
                        : Future.failedFuture(call.method() + " " + call.path() + " answered " + response.statusCode()
                                + ": " + body));
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}

package dev.lifering.webhook.sending;

import dev.lifering.webhook.Endpoint;
import dev.lifering.webhook.WebhooksConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Takes messages to an endpoint. Each endpoint has connections of its own, so that none waits for another. */
@ApplicationScoped
public class Courier {
    /** How many messages are under way to one endpoint at once. */
    public static final int AT_ONCE = 16;

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final WebhooksConfig config;
    private final InstantSource clock;

    Courier(Vertx vertx, WebhooksConfig config, InstantSource clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    /** Sends the messages side by side, and returns when it is known what came of each. At most {@link #AT_ONCE}. */
    public List<Reply> send(Endpoint endpoint, List<Message> messages) {
        try {
            Route route = Route.to(endpoint.url());
            if (!config.allowPrivateTargets() && !route.isPublic()) {
                return all(messages, "the address is not a public one");
            }
            List<Attempt> underWay = messages.stream()
                    .map(message -> send(endpoint, route, message))
                    .toList();
            return underWay.stream().map(Attempt::reply).toList();
        } catch (UnknownHostException e) {
            return all(messages, "the host is unknown");
        }
    }

    private static List<Reply> all(List<Message> messages, String problem) {
        return Collections.nCopies(messages.size(), Reply.none(problem));
    }

    private Attempt send(Endpoint endpoint, Route route, Message message) {
        var attempt = new Attempt(vertx, config.requestTimeout());
        Instant now = clock.instant();
        client(endpoint)
                .request(options(route, message))
                .onFailure(attempt::fail)
                .onSuccess(request -> {
                    if (attempt.begins(request)) {
                        post(request, endpoint, message, now)
                                .onFailure(attempt::fail)
                                .onSuccess(response -> attempt.answered(response, now));
                    }
                });
        return attempt;
    }

    private static Future<HttpClientResponse> post(
            HttpClientRequest request, Endpoint endpoint, Message message, Instant now) {
        request.putHeader(HttpHeaders.CONTENT_TYPE, "application/cloudevents+json; charset=utf-8")
                .putHeader(HttpHeaders.USER_AGENT, "Lifering")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature", Signature.header(endpoint.secrets(), message.id(), now, message.body()));
        return request.send(Buffer.buffer(message.body()));
    }

    private RequestOptions options(Route route, Message message) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        route.port(), route.address(message.attempt()).getHostAddress()))
                .setHost(route.host())
                .setPort(route.port())
                .setSsl(route.isProtected())
                .setURI(route.target())
                .setFollowRedirects(false)
                .setConnectTimeout(connectTimeout().toMillis());
    }

    private Duration connectTimeout() {
        Duration whole = config.requestTimeout();
        return whole.compareTo(LONGEST_CONNECT) < 0 ? whole : LONGEST_CONNECT;
    }

    private HttpClient client(Endpoint endpoint) {
        return clients.computeIfAbsent(
                endpoint.name(),
                name -> vertx.createHttpClient(new HttpClientOptions()
                        .setMaxPoolSize(2 * AT_ONCE)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout((int) connectTimeout().toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setIdleTimeout((int) config.requestTimeout().toMillis())
                        .setMetricsName("webhooks")));
    }
}

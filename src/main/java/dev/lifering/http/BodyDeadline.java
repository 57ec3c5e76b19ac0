package dev.lifering.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hangs up on clients whose body does not arrive in time, however steadily it trickles in. Bodies that are read line by
 * line may take as long as they like, as long as something comes: that is for {@code quarkus.http.read-timeout}.
 */
@ApplicationScoped
class BodyDeadline {
    private final long milliseconds;

    BodyDeadline(HttpConfig config) {
        this.milliseconds = config.bodyTimeout().toMillis();
    }

    void watch(RoutingContext route) {
        HttpServerRequest request = route.request();
        if (!bringsBody(request) || !BodyLimit.isReadAsAWhole(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            return;
        }
        Vertx vertx = route.vertx();
        long timer = vertx.setTimer(milliseconds, now -> {
            if (!request.isEnded()) {
                route.response().reset();
            }
        });
        // What still comes of a body that nobody waits for is HeadDeadline's: the connection may serve another request.
        route.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    private static boolean bringsBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && Long.parseLong(length) > 0)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}

package dev.lifering.http;

import dev.lifering.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Writes failures down once, where they are answered: ours at ERROR, passing trouble at WARN, the caller's not at all. */
final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);

    private FailureLog() {}

    static void write(Problem answer, Throwable failure, RoutingContext route) {
        String requestId = RequestIds.of(route);
        HttpServerRequest request = route.request();
        switch (answer.type()) {
            case INTERNAL_ERROR -> {
                if (route.response().closed()) {
                    LOG.debugf(failure, "The client of request %s hung up", requestId);
                } else {
                    LOG.errorf(failure, "%s %s failed, request %s", request.method(), request.path(), requestId);
                }
            }
            case UNAVAILABLE ->
                LOG.warnf(
                        "%s %s is not available, request %s: %s", request.method(), request.path(), requestId, failure);
            default -> LOG.debugf("%s answers request %s", answer.type().slug(), requestId);
        }
    }
}

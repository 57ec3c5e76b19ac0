package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests are worked on at once. Beyond that a quick refusal serves a client better than a place in a queue that
 * grows until everybody times out. Health and metrics are never refused.
 */
@ApplicationScoped
class LoadLimit {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Set<HttpServerResponse> inWork = ConcurrentHashMap.newKeySet();
    private final int limit;
    private final Counter shed;

    LoadLimit(HttpConfig config, MeterRegistry metrics) {
        this.limit = config.maxConcurrentRequests();
        metrics.gauge("lifering.http.requests.in.work", this, LoadLimit::count);
        this.shed = metrics.counter("lifering.http.requests.shed");
    }

    /** Counts the request until it is answered or its client has gone; false when it is one too many. */
    boolean admits(RoutingContext route) {
        if (isForOperators(route.normalizedPath())) {
            return true;
        }
        if (inWork.size() >= limit && count() >= limit) {
            shed.increment();
            return false;
        }
        HttpServerResponse response = route.response();
        inWork.add(response);
        route.addEndHandler(end -> inWork.remove(response));
        return true;
    }

    static Problem exceeded() {
        return ProblemType.OVERLOADED
                .because("Too many requests are being worked on; repeat the call.")
                .retryAfter(SOON);
    }

    /** Looks at each itself: nobody reports every client that hangs up, and a place that is lost is lost for ever. */
    private int count() {
        inWork.removeIf(response -> response.ended() || response.closed());
        return inWork.size();
    }

    private static boolean isForOperators(String path) {
        return path.startsWith("/q/health") || path.startsWith("/q/metrics");
    }
}

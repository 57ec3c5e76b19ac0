package dev.lifering.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * What happens to every request before and around Quarkus REST: it gets its id and headers, is refused when its head is
 * no good, it declares too large a body or there is too much to do, and is answered with a problem document when it never
 * reaches a resource.
 */
@ApplicationScoped
class Arrival {
    private static final int FIRST = Integer.MIN_VALUE;
    private static final List<Integer> ANSWERED_BY_THE_ROUTER = List.of(400, 404, 405, 406, 413, 415, 500);

    private final LoadLimit load;
    private final BodyLimit bodies;
    private final BodyDeadline deadline;
    private final ObjectMapper json;

    Arrival(LoadLimit load, BodyLimit bodies, BodyDeadline deadline, ObjectMapper json) {
        this.load = load;
        this.bodies = bodies;
        this.deadline = deadline;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::arrive).failureHandler(this::refuse);
        ANSWERED_BY_THE_ROUTER.forEach(status -> router.errorHandler(status, this::refuse));
    }

    private void arrive(RoutingContext route) {
        HeadDeadline.met(route);
        RequestIds.of(route); // from here on the log knows it
        route.addHeadersEndHandler(headers -> ResponseHeaders.fillIn(route));
        Optional<Problem> refusal = HeadLimit.refusal(route.request()).or(() -> bodies.refusal(route.request()));
        if (refusal.isPresent()) {
            route.fail(refusal.get());
        } else if (!load.admits(route)) {
            route.fail(LoadLimit.exceeded());
        } else {
            deadline.watch(route);
            route.next();
        }
    }

    private void refuse(RoutingContext route) {
        HttpServerResponse response = route.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        Throwable failure = route.failure();
        Problem problem = answerTo(route);
        if (failure != null) {
            FailureLog.write(problem, failure, route);
        }
        ResponseHeaders.fillIn(route); // the router may have failed before the request arrived
        ProblemDocument document = ProblemDocument.of(problem, route, json);
        document.headers().forEach(response::putHeader);
        response.setStatusCode(document.status()).end(document.body());
    }

    private static Problem answerTo(RoutingContext route) {
        boolean bare = route.failure() == null || (route.statusCode() >= 400 && route.statusCode() < 500);
        return bare ? Refusals.ofStatus(route.statusCode()) : Refusals.of(route.failure());
    }
}

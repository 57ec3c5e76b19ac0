package dev.lifering.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers everything that fails inside Quarkus REST with a problem document. */
@ApplicationScoped
class ProblemMappers {
    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    /** The types that the framework has mappers of its own for must be named, or those would answer. */
    @ServerExceptionMapper({
        Throwable.class,
        Problem.class,
        NotFoundException.class,
        ValidationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class,
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    Response refuse(Throwable failure, RoutingContext route) {
        Problem problem = answerTo(failure, route);
        FailureLog.write(problem, failure, route);
        ProblemDocument document = ProblemDocument.of(problem, route, json);
        Response.ResponseBuilder answer = Response.status(document.status()).entity(document.body());
        document.headers().forEach(answer::header);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.here()));
        }
        return answer.build();
    }

    /** Quarkus REST answers 404 to a method that the address does not take where another address of the class does. */
    private static Problem answerTo(Throwable failure, RoutingContext route) {
        Problem problem = Refusals.of(failure);
        if (problem.type() == ProblemType.NOT_FOUND && failure instanceof NotFoundException) {
            Set<String> allowed = AllowedMethods.here();
            if (!allowed.isEmpty() && !allowed.contains(route.request().method().name())) {
                return Refusals.ofStatus(405);
            }
        }
        return problem;
    }
}

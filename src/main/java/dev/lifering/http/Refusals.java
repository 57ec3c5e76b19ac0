package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which refusal a failure comes to; pure, so that the way a failure took through the layers does not matter. */
final class Refusals {
    private static final Duration SOON = Duration.ofSeconds(2);

    private Refusals() {}

    /** The refusal that answers the failure; {@code internal-error} for everything that is not foreseen. */
    static Problem of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(DatabaseTrouble::isPassing)) {
            return unavailable();
        }
        for (Throwable cause : causes) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return ofStatus(500);
    }

    private static @Nullable Problem known(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof ResteasyReactiveViolationException violations) {
            return Violations.problem(violations);
        }
        if (cause instanceof AuthenticationFailedException) {
            return ProblemType.UNAUTHENTICATED.because("The token is not valid.");
        }
        if (cause instanceof UnauthorizedException) {
            return ProblemType.UNAUTHENTICATED.because("The call needs a bearer token.");
        }
        if (cause instanceof ForbiddenException) {
            return ofStatus(403);
        }
        if (cause instanceof WebApplicationException web && !hasOwnCause(web)) {
            return ofStatus(web.getResponse().getStatus());
        }
        return null;
    }

    /** Whether the exception only carries a refusal of ours through the framework. */
    private static boolean hasOwnCause(WebApplicationException web) {
        return causes(web).stream().anyMatch(Problem.class::isInstance);
    }

    /** The refusal that stands for a bare status, as the framework gives it. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED.because("The call needs a valid bearer token.");
            case 403 -> ProblemType.FORBIDDEN.because("None of the token's roles grants this call.");
            case 404 -> ProblemType.NOT_FOUND.because("There is nothing at this address.");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.because("The address does not take this method.");
            case 406 -> ProblemType.NOT_ACCEPTABLE.because("The call cannot answer in a media type of Accept.");
            case 413 -> BodyLimit.exceeded();
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE.because("The call does not take this Content-Type.");
            case 503 -> unavailable();
            default ->
                status >= 400 && status < 500
                        ? ProblemType.MALFORMED_REQUEST.because("The request cannot be read.")
                        : ProblemType.INTERNAL_ERROR.because("The request was not carried out.");
        };
    }

    private static Problem unavailable() {
        return ProblemType.UNAVAILABLE
                .because("The database cannot be reached or is busy; repeat the call.")
                .retryAfter(SOON);
    }

    /** The failure and what led to it; a commit that failed keeps its reason among what it suppressed. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var causes = new ArrayList<Throwable>();
        var open = new ArrayDeque<>(List.of(failure));
        for (Throwable next = open.poll(); next != null; next = open.poll()) {
            if (seen.add(next)) {
                causes.add(next);
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return causes;
    }
}

package dev.lifering.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A refusal as it travels (RFC 9457 §3).
 *
 * @param status of the response
 * @param headers beside those that every response carries
 * @param body the JSON document
 */
@RegisterForReflection(targets = Violation.class)
record ProblemDocument(int status, Map<String, String> headers, String body) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Set<ProblemType> UNREAD =
            Set.of(ProblemType.TOO_LARGE, ProblemType.ADDRESS_TOO_LONG, ProblemType.HEADERS_TOO_LARGE);

    ProblemDocument {
        headers = Map.copyOf(headers);
    }

    static ProblemDocument of(Problem problem, RoutingContext route, ObjectMapper json) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.type().urn());
        members.put("title", problem.type().title());
        members.put("status", problem.type().status());
        members.put("detail", problem.detail());
        members.put("requestId", RequestIds.of(route));
        members.putAll(problem.members());
        return new ProblemDocument(problem.type().status(), headers(problem, route), written(members, json));
    }

    private static Map<String, String> headers(Problem problem, RoutingContext route) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", MEDIA_TYPE);
        headers.put("Cache-Control", ResponseHeaders.NO_STORE);
        if (problem.members().get("retryAfter") instanceof Number seconds) {
            headers.put("Retry-After", seconds.toString());
        }
        if (problem.type().status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (UNREAD.contains(problem.type()) && route.request().version() != HttpVersion.HTTP_2) {
            headers.put("Connection", "close"); // the rest of the body is not worth reading
        }
        return headers;
    }

    private static String written(Map<String, Object> members, ObjectMapper json) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem document holds only text, numbers and violations.", e);
        }
    }
}

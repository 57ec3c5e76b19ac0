package dev.lifering.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.ProblemType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STABLE =
            Arrays.stream(ProblemType.values()).map(ProblemType::urn).collect(Collectors.toSet());

    RawAnswer {
        headers = Map.copyOf(headers);
    }

    boolean closes() {
        return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    }

    boolean isRefusal() {
        return status >= 400 && status < 500;
    }

    /** A problem document of ours, whole, with the headers that every answer carries. */
    boolean isProblem() {
        JsonNode problem = json();
        return headers.getOrDefault("content-type", "").startsWith("application/problem+json")
                && STABLE.contains(problem.path("type").asText())
                && problem.path("status").asInt() == status
                && problem.path("title").isTextual()
                && problem.path("detail").isTextual()
                && problem.path("requestId").asText().equals(headers.get("x-request-id"))
                && "nosniff".equals(headers.get("x-content-type-options"));
    }

    /** JSON where it says so. */
    boolean isReadable() {
        return !headers.getOrDefault("content-type", "").startsWith("application/json") || !json().isMissingNode();
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}

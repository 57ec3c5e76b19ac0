package dev.lifering.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of the OpenAPI document that the application serves, for tests that must not forget any.
 *
 * @param operation what the document says about it
 * @param document the whole, for following references
 */
public record ApiOperation(String id, Method method, String path, JsonNode operation, JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** All that there are. */
    public static List<ApiOperation> all() {
        try {
            JsonNode document = new ObjectMapper()
                    .readTree(RestAssured.get("/q/openapi?format=json").asString());
            var all = new ArrayList<ApiOperation>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(method -> METHODS.contains(method.getKey()))
                            .forEach(method ->
                                    all.add(of(path.getKey(), method.getKey(), method.getValue(), document))));
            return all;
        } catch (IOException e) {
            throw new AssertionError("the document cannot be read", e);
        }
    }

    private static ApiOperation of(String path, String method, JsonNode operation, JsonNode document) {
        String id = operation.path("operationId").asText();
        return new ApiOperation(id, Method.valueOf(method.toUpperCase(Locale.ROOT)), path, operation, document);
    }

    /** Whether it is refused without a token: an empty requirement says that one may be left out (OpenAPI 3.1 §4.8.30). */
    public boolean needsToken() {
        JsonNode requirements = operation.path("security");
        return !requirements.isEmpty() && requirements.valueStream().noneMatch(JsonNode::isEmpty);
    }

    /** The media type of the body that it takes; empty when it takes none. */
    public String bodyType() {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "";
    }

    /** Whether a call without a body is refused. */
    public boolean needsBody() {
        return operation.path("requestBody").path("required").asBoolean();
    }

    /** What the body looks like. */
    public JsonNode bodySchema() {
        return resolved(
                operation.path("requestBody").path("content").path(bodyType()).path("schema"));
    }

    /** Parameters, in the path or in the query. */
    public List<JsonNode> parameters(String in) {
        var found = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(in)) {
                found.add(parameter);
            }
        });
        return found;
    }

    /** The schema that a reference leads to, or the schema itself. */
    public JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asText().substring(1));
    }
}

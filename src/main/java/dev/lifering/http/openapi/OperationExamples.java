package dev.lifering.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives operations the examples that lie beside the code, as {@code openapi/examples/<operationId>.request.json} and
 * {@code .response.json}; the latter belongs to the success.
 */
final class OperationExamples {
    private static final String JSON = "application/json";

    private final ObjectMapper json = new ObjectMapper();

    void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            read(operation, "request")
                    .ifPresent(example -> set(operation.getRequestBody().getContent(), example));
        }
        read(operation, "response")
                .ifPresent(example -> success(operation).ifPresent(response -> set(response.getContent(), example)));
    }

    private static Optional<APIResponse> success(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("2"))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private static void set(Content content, Object example) {
        MediaType body = content == null ? null : content.getMediaType(JSON);
        if (body != null) {
            body.setExample(example);
        }
    }

    private Optional<Object> read(Operation operation, String direction) {
        String name = "openapi/examples/" + operation.getOperationId() + "." + direction + ".json";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(json.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not JSON.", e);
        }
    }
}

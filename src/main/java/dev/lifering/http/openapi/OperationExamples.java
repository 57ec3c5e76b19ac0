package dev.lifering.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Gives operations the examples that lie beside the code, as {@code openapi/examples/<operationId>.request.json} and
 * {@code .response.json}; the latter belongs to the success. Text that is not JSON ends in {@code .ndjson} or so.
 */
final class OperationExamples {
    private static final String JSON = "json";
    private static final Map<String, String> ENDINGS =
            Map.of("application/json", JSON, "application/x-ndjson", "ndjson", "text/csv", "csv");

    private final ObjectMapper json = new ObjectMapper();

    void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            give(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                give(response.getContent(), operation.getOperationId() + ".response");
            }
        });
    }

    private void give(@Nullable Content content, String name) {
        if (content == null) {
            return;
        }
        ENDINGS.forEach((type, ending) -> {
            MediaType body = content.getMediaType(type);
            if (body != null) {
                read(name, ending).ifPresent(body::setExample);
            }
        });
    }

    private Optional<Object> read(String name, String ending) {
        String path = "openapi/examples/" + name + "." + ending;
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                return Optional.empty();
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(ending.equals(JSON) ? json.readValue(text, Object.class) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read.", e);
        }
    }
}

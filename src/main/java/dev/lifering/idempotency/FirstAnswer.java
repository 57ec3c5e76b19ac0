package dev.lifering.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered the first time. It may hold codes and secrets, so it is kept sealed and never printed.
 *
 * @param status of the response
 * @param headers that the call itself has set, such as {@code Location}
 * @param body what was sent; for a refusal its slug, detail and members; nothing where there was none
 */
record FirstAnswer(
        int status, Map<String, String> headers, @Nullable JsonNode body) {
    private static final String STATUS = "status";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";

    FirstAnswer {
        headers = Map.copyOf(headers);
    }

    boolean isRefusal() {
        return status >= 400;
    }

    Secret written(ObjectMapper json) {
        ObjectNode document = json.createObjectNode().put(STATUS, status);
        document.set(BODY, body);
        ObjectNode named = document.putObject(HEADERS);
        headers.forEach(named::put);
        return Secret.of(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    static FirstAnswer read(Secret written, ObjectMapper json) {
        try {
            JsonNode document = json.readTree(new String(written.bytes(), StandardCharsets.UTF_8));
            var headers = new LinkedHashMap<String, String>();
            document.get(HEADERS)
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().textValue()));
            JsonNode body = document.get(BODY);
            return new FirstAnswer(document.get(STATUS).intValue(), headers, body.isNull() ? null : body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is not the JSON that was written", e);
        }
    }

    @Override
    public String toString() {
        return "FirstAnswer[" + status + "]";
    }
}

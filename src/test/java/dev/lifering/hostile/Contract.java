package dev.lifering.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.testing.ApiOperation;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the document says that a value may be; where it says nothing, anything may pass. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "string", JsonNode::isTextual,
            "integer", JsonNode::isIntegralNumber,
            "boolean", JsonNode::isBoolean,
            "array", JsonNode::isArray,
            "object", JsonNode::isObject);

    private final JsonNode schema;

    Contract(ApiOperation operation, JsonNode schema) {
        this.schema = operation.resolved(schema);
    }

    /** Whether the value, as JSON text, breaks the schema. Null is for whoever knows whether the field is required. */
    boolean refuses(String text) {
        JsonNode value = read(text);
        if (value.isNull()) {
            return false;
        }
        String type = schema.path("type").asText();
        return (TYPES.containsKey(type) && !TYPES.get(type).test(value))
                || (value.isTextual() && refusesText(value.asText()))
                || (value.isIntegralNumber() && refusesNumber(value));
    }

    /** Whether the value, as it stands in an address, can be told to be wrong. */
    boolean constrains() {
        return schema.has("pattern")
                || schema.has("enum")
                || schema.has("format")
                || schema.path("type").asText().equals("integer");
    }

    /** Values beyond the limits that the schema names, as JSON text. */
    List<String> beyond() {
        var beyond = new ArrayList<String>();
        if (schema.has("minimum")) {
            beyond.add("" + (schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            beyond.add("" + (schema.get("maximum").asLong() + 1));
        }
        if (schema.has("maxLength")) {
            beyond.add("\"" + "x".repeat(schema.get("maxLength").asInt() + 1) + "\"");
        }
        schema.path("enum").forEach(constant -> {
            beyond.add("\"" + constant.asText().toUpperCase(Locale.ROOT) + "\"");
            beyond.add("\"" + constant.asText() + " \"");
        });
        return beyond;
    }

    private boolean refusesText(String text) {
        return (schema.has("enum") && !schema.get("enum").toString().contains("\"" + text + "\""))
                || (schema.has("maxLength")
                        && text.length() > schema.get("maxLength").asInt())
                || (schema.has("pattern")
                        && !Pattern.compile(schema.get("pattern").asText())
                                .matcher(text)
                                .find())
                || (schema.path("format").asText().equals("duration") && !isDuration(text));
    }

    private boolean refusesNumber(JsonNode number) {
        return (schema.has("minimum") && number.asLong() < schema.get("minimum").asLong())
                || (schema.has("maximum")
                        && number.asLong() > schema.get("maximum").asLong());
    }

    private static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}

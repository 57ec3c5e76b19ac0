package dev.lifering.migration.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.problem.ProblemType;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands in fields of files that nobody here has written. */
final class Json {
    private Json() {}

    /** The text of a field; null where there is none, or an empty one. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** The same where there must be one. */
    static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            throw ProblemType.MALFORMED_REQUEST.because("The field " + field + " is missing, or is no text.");
        }
        return text;
    }

    /** The whole number in a field; null where there is none, or zero, which stands for none too. */
    static @Nullable Integer number(JsonNode node, String field) {
        int value = node.path(field).asInt();
        return value == 0 ? null : value;
    }

    /** The elements of an array; none where there is no array. */
    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Some text, unless it is longer than what is kept of it. */
    static @Nullable String atMost(int characters, @Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) > characters ? null : text;
    }
}

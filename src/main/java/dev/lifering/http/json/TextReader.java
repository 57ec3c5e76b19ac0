package dev.lifering.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value that is a JSON string and nothing else; Jackson's own readers take numbers too. */
final class TextReader<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;

    TextReader(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    /** Only the written-out form of RFC 9562 §4; the JDK also takes shortened groups. */
    static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("shortened");
        }
        return uuid;
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson checks what the handlers of its problems return against the type
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getText();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not in its written form");
        }
    }
}

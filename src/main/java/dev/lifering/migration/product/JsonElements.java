package dev.lifering.migration.product;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.EntryReader;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a JSON file one after the other, so that only one of them is held at a time: those of an array, of an
 * array in a field of the outermost object, or objects one behind the other.
 */
final class JsonElements implements EntryReader {
    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 64;

    private final JsonParser parser;
    private final @Nullable String field;
    private final ElementReading reading;
    private final ObjectMapper trees = new ObjectMapper();
    private boolean inArray;
    private boolean ended;
    private long number;

    /**
     * @param field in which the array is; null when the outermost object is an element itself
     */
    JsonElements(InputStream file, @Nullable String field, ElementReading reading) throws IOException {
        this.parser = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LARGEST)
                        .build())
                .build()
                .createParser(file);
        this.field = field;
        this.reading = reading;
    }

    /** What one object says. */
    @FunctionalInterface
    interface ElementReading {

        /**
         * Reads one object.
         *
         * @throws Problem when it cannot be read
         */
        Entry read(long number, JsonNode element);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            if (!toElement()) {
                ended = true;
                return Optional.empty();
            }
            number++;
            return Optional.of(element());
        } catch (JsonProcessingException broken) {
            JsonLocation where = parser.currentLocation();
            return Optional.of(end("line %d, column %d".formatted(where.getLineNr(), where.getColumnNr())));
        } catch (CharConversionException otherEncoding) {
            return Optional.of(end("it is not in UTF-8"));
        }
    }

    /** Says where reading ended, and nothing of what stands there: it may be a secret. */
    private Entry end(String where) {
        ended = true;
        Problem problem = ProblemType.MALFORMED_REQUEST.because("The file is not well-formed JSON: " + where + ".");
        return new Entry.Refused(number + 1, null, problem);
    }

    /** Goes to the beginning of the next element; false when there is none. */
    private boolean toElement() throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return false;
            }
            if (inArray && token == JsonToken.END_ARRAY) {
                inArray = false;
            } else if (inArray || (token == JsonToken.START_OBJECT && field == null)) {
                return true;
            } else if (token == JsonToken.START_ARRAY) {
                inArray = true;
            } else if (token == JsonToken.FIELD_NAME) {
                inField(parser.currentName());
            }
        }
    }

    /** Goes into the array that is looked for, and past everything else. */
    private void inField(String name) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(field)) {
            inArray = true;
        } else {
            parser.skipChildren();
        }
    }

    private Entry element() throws IOException {
        JsonNode element = tree();
        try {
            if (element == null) {
                throw ProblemType.TOO_LARGE.because("What stands there is larger than " + LARGEST + " bytes.");
            }
            if (!element.isObject()) {
                throw ProblemType.MALFORMED_REQUEST.because("There must be an object.");
            }
            return reading.read(number, element);
        } catch (Problem refusal) {
            return new Entry.Refused(number, element == null ? null : id(element), refusal);
        }
    }

    private static @Nullable String id(JsonNode element) {
        String id = element.path("id").asText();
        return id.isEmpty() || id.length() > 255 ? null : id;
    }

    /** The value that the parser stands at; null when it is too large to be held. */
    private @Nullable JsonNode tree() throws IOException {
        long begin = parser.currentLocation().getByteOffset();
        int depth = 0;
        boolean fits = true;
        try (var kept = new TokenBuffer(parser)) {
            do {
                fits = fits && parser.currentLocation().getByteOffset() - begin <= LARGEST;
                if (fits) {
                    kept.copyCurrentEvent(parser);
                }
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && parser.nextToken() != null);
            if (depth > 0) {
                // A file that breaks off is not well-formed; the parser says so itself, at the latest now.
                throw new JsonParseException(parser, "unexpected end");
            }
            return fits ? trees.readTree(kept.asParser()) : null;
        }
    }
}

package dev.lifering.http.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to tell the caller of JSON that cannot be read: which field and what it takes, never the value, which may be a
 * code, a token or a secret.
 */
public final class UnreadableJson {
    /** What a field may be called; anything else in its place may be a value that slipped. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private UnreadableJson() {}

    /** The refusal with status 400 that answers the error; also when it carries a refusal of ours. */
    public static Problem problem(JsonProcessingException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return ProblemType.MALFORMED_REQUEST.because(detail(error));
    }

    private static String detail(JsonProcessingException error) {
        if (error instanceof StreamConstraintsException) {
            return "The JSON is nested too deep, or a value in it is too long.";
        }
        if (error instanceof InputCoercionException) {
            return "A number in the JSON is out of range.";
        }
        if (error instanceof JsonMappingException mapping) {
            return mapping(mapping);
        }
        return syntax(error);
    }

    private static String mapping(JsonMappingException error) {
        String field = path(error.getPath());
        if (error instanceof UnrecognizedPropertyException) {
            return field == null
                    ? "The JSON has a field that is not known here."
                    : "The field " + field + " is not known here.";
        }
        if (error instanceof ValueInstantiationException) {
            return where(field) + " holds a value that is not acceptable.";
        }
        if (error instanceof MismatchedInputException mismatch) {
            return field == null && isTrailing(error)
                    ? "There is text after the end of the JSON."
                    : where(field) + " must be " + Expectation.of(mismatch.getTargetType()) + ".";
        }
        if (error.getCause() instanceof JsonProcessingException inner && inner != error) {
            return detail(inner);
        }
        return where(field) + " cannot be read.";
    }

    private static String where(@Nullable String field) {
        return field == null ? "The body" : "The field " + field;
    }

    private static boolean isTrailing(JsonMappingException error) {
        return error.getOriginalMessage().startsWith("Trailing token");
    }

    private static String syntax(JsonProcessingException error) {
        if (error instanceof JsonParseException && error.getOriginalMessage().startsWith("Duplicate field")) {
            return "The JSON has a field twice.";
        }
        return error.getLocation() == null
                ? "The body is not well-formed JSON."
                : "The body is not well-formed JSON: line %d, column %d."
                        .formatted(
                                error.getLocation().getLineNr(),
                                error.getLocation().getColumnNr());
    }

    /** Such as {@code items[0].id}; nothing when the error is about the body as a whole. */
    private static @Nullable String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else if (FIELD.matcher(reference.getFieldName()).matches()) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            } else {
                return null;
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}

package dev.lifering.http.openapi;

import dev.lifering.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Realistic documents: one per problem type, and one more where a type comes in two shapes. */
final class ProblemExample {
    private static final String BLOCKED = "locked-until-recovery";
    private static final String REQUEST_ID = "6f1c2a34-8d5e-4b7a-9c10-2f3e4d5a6b7c";

    private ProblemExample() {}

    /** By name, which is the slug of the type. */
    static Map<String, Map<String, Object>> all() {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        for (ProblemType type : ProblemType.values()) {
            names(type).forEach(name -> all.put(name, of(type, name)));
        }
        return all;
    }

    /** The names of the examples that show this type. */
    static List<String> names(ProblemType type) {
        return type == ProblemType.LOCKED ? List.of(type.slug(), BLOCKED) : List.of(type.slug());
    }

    private static Map<String, Object> of(ProblemType type, String name) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", type.urn());
        document.put("title", type.title());
        document.put("status", type.status());
        document.put("detail", name.equals(BLOCKED) ? "Only recovery ends this lock." : detail(type));
        document.put("requestId", REQUEST_ID);
        document.putAll(name.equals(BLOCKED) ? Map.of("blocked", true) : members(type));
        return document;
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST -> "The field code must be a string.";
            case INVALID_REQUEST -> "limit must be less than or equal to 200.";
            case CODE_REJECTED -> "The code is not accepted.";
            case LOCKED -> "Too many wrong codes; wait before the next one.";
            case UNAVAILABLE -> "The database cannot be reached or is busy; repeat the call.";
            default -> firstSentence(type.explanation());
        };
    }

    private static Map<String, Object> members(ProblemType type) {
        return switch (type) {
            case INVALID_REQUEST ->
                Map.of("violations", List.of(violation("limit", "must be less than or equal to 200")));
            case CODE_REJECTED -> Map.of("attemptsRemaining", 3);
            case LOCKED -> Map.of("retryAfter", 30);
            case UNAVAILABLE -> Map.of("retryAfter", 2);
            case OVERLOADED -> Map.of("retryAfter", 1);
            default -> Map.of();
        };
    }

    private static Map<String, Object> violation(String field, String message) {
        var violation = new LinkedHashMap<String, Object>();
        violation.put("field", field);
        violation.put("message", message);
        return violation;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}

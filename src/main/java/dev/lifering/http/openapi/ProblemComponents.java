package dev.lifering.http.openapi;

import static dev.lifering.problem.ProblemType.ADDRESS_TOO_LONG;
import static dev.lifering.problem.ProblemType.HEADERS_TOO_LARGE;
import static dev.lifering.problem.ProblemType.METHOD_NOT_ALLOWED;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.lifering.problem.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The shared parts of the document that describe problems: schema, header, one example per type, and what any call may say. */
final class ProblemComponents {
    static final String SCHEMA = "Problem";
    static final String RETRY_AFTER = "RetryAfter";
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String OTHERWISE = "Otherwise";

    private ProblemComponents() {}

    static void addTo(Components components) {
        components.addSchema(SCHEMA, problem());
        components.addHeader(
                RETRY_AFTER,
                OASFactory.createHeader()
                        .description("Seconds to wait before the call is repeated.")
                        .schema(typed(INTEGER, "Seconds.")));
        ProblemExample.all()
                .forEach((name, document) ->
                        components.addExample(name, OASFactory.createExample().value(document)));
        components.addResponse(
                OTHERWISE,
                OperationProblems.response(List.of(METHOD_NOT_ALLOWED, ADDRESS_TOO_LONG, HEADERS_TOO_LARGE)));
    }

    /** What may be said before the call is looked at: of a method that is none, and of heads beyond all measure. */
    static APIResponse otherwise() {
        return OASFactory.createAPIResponse().ref(OTHERWISE);
    }

    /** Whether the answer says when to come back. */
    static boolean tellsWhen(ProblemType type) {
        return type.status() == 429 || type.status() == 503;
    }

    private static Schema problem() {
        return typed(OBJECT, "Why a call was refused (RFC 9457). Further members may be added later.")
                .addProperty(
                        "type",
                        typed(STRING, "Stable name, explained at `/problems/<name>`.")
                                .format("uri"))
                .addProperty("title", typed(STRING, "The same for every problem of the type."))
                .addProperty("status", typed(INTEGER, "The HTTP status.").format("int32"))
                .addProperty("detail", typed(STRING, "What went wrong this time."))
                .addProperty("requestId", typed(STRING, "Leads the operator to the log; also in `X-Request-Id`."))
                .addProperty("violations", violations())
                .addProperty(
                        "attemptsRemaining",
                        typed(INTEGER, "Wrong codes that are still taken before the lock.")
                                .format("int32"))
                .addProperty(
                        "retryAfter",
                        typed(INTEGER, "Seconds to wait; also in `Retry-After`.")
                                .format("int64"))
                .addProperty("blocked", typed(BOOLEAN, "True when only recovery ends the lock."))
                .required(List.of("type", "title", "status", "detail", "requestId"));
    }

    private static Schema violations() {
        return typed(ARRAY, "The values that break a rule.")
                .items(typed(OBJECT, "One value.")
                        .addProperty("field", typed(STRING, "JSON field, path or query parameter."))
                        .addProperty("message", typed(STRING, "The rule."))
                        .required(List.of("field", "message")));
    }

    private static Schema typed(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}

package dev.lifering.http.openapi;

import static dev.lifering.problem.ProblemType.FORBIDDEN;
import static dev.lifering.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static dev.lifering.problem.ProblemType.INTERNAL_ERROR;
import static dev.lifering.problem.ProblemType.INVALID_REQUEST;
import static dev.lifering.problem.ProblemType.MALFORMED_REQUEST;
import static dev.lifering.problem.ProblemType.NOT_ACCEPTABLE;
import static dev.lifering.problem.ProblemType.NOT_FOUND;
import static dev.lifering.problem.ProblemType.OVERLOADED;
import static dev.lifering.problem.ProblemType.TOO_LARGE;
import static dev.lifering.problem.ProblemType.UNAUTHENTICATED;
import static dev.lifering.problem.ProblemType.UNAVAILABLE;
import static dev.lifering.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import dev.lifering.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds the responses of all problems that an operation may answer with, one per status. */
final class OperationProblems {

    void add(PathItem path, Operation operation, Endpoint endpoint) {
        Set<ProblemType> all = common(path, operation, endpoint);
        all.addAll(endpoint.refuses());
        all.stream()
                .collect(Collectors.groupingBy(ProblemType::status))
                .forEach(
                        (status, types) -> operation.getResponses().addAPIResponse(status.toString(), response(types)));
        operation.getResponses().setDefaultValue(ProblemComponents.otherwise());
    }

    private static Set<ProblemType> common(PathItem path, Operation operation, Endpoint endpoint) {
        Set<ProblemType> common = EnumSet.of(INTERNAL_ERROR, UNAVAILABLE, OVERLOADED);
        List<Parameter> parameters = parameters(path, operation);
        if (!parameters.stream().allMatch(OperationProblems::isIdInPath)) {
            common.add(INVALID_REQUEST);
        }
        if (parameters.stream().anyMatch(OperationProblems::isIdInPath)) {
            common.add(NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            common.addAll(Set.of(MALFORMED_REQUEST, INVALID_REQUEST, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (endpoint.idempotent()) {
            common.add(IDEMPOTENCY_KEY_REUSED);
        }
        if (!endpoint.open()) {
            common.addAll(Set.of(UNAUTHENTICATED, FORBIDDEN));
        }
        if (answersWithBody(operation)) {
            common.add(NOT_ACCEPTABLE);
        }
        return common;
    }

    private static List<Parameter> parameters(PathItem path, Operation operation) {
        var parameters = new ArrayList<Parameter>();
        Stream.of(path.getParameters(), operation.getParameters())
                .filter(Objects::nonNull)
                .forEach(parameters::addAll);
        return parameters;
    }

    /** A path parameter that must be a UUID names nothing when it is none. */
    private static boolean isIdInPath(Parameter parameter) {
        return parameter.getIn() == Parameter.In.PATH
                && parameter.getSchema() != null
                && ("uuid".equals(parameter.getSchema().getFormat())
                        || "#/components/schemas/UUID"
                                .equals(parameter.getSchema().getRef()));
    }

    private static boolean answersWithBody(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith("2") && entry.getValue().getContent() != null);
    }

    static APIResponse response(Collection<ProblemType> types) {
        MediaType body =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(ProblemComponents.SCHEMA));
        types.stream()
                .sorted()
                .flatMap(type -> ProblemExample.names(type).stream())
                .forEach(
                        name -> body.addExample(name, OASFactory.createExample().ref(name)));
        APIResponse response = OASFactory.createAPIResponse()
                .description(types.stream().sorted().map(ProblemType::title).collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType(ProblemComponents.MEDIA_TYPE, body));
        if (types.stream().anyMatch(ProblemComponents::tellsWhen)) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref(ProblemComponents.RETRY_AFTER));
        }
        return response;
    }
}

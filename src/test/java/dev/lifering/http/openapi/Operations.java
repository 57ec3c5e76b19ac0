package dev.lifering.http.openapi;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The bodies that the operations of the document take and give, by the names of their examples. */
final class Operations {
    private Operations() {}

    /** What each example stands for, such as {@code putUser.request.json}. */
    static Map<String, Type> bodies() {
        var bodies = new HashMap<String, Type>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.lifering").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Operation.class)
                                && !method.getAnnotationOfType(Operation.class).hidden())
                        .map(JavaMethod::reflect)
                        .forEach(method -> {
                            String id = method.getAnnotation(Operation.class).operationId();
                            request(method).ifPresent(type -> bodies.put(id + ".request.json", type));
                            response(method).ifPresent(type -> bodies.put(id + ".response.json", type));
                            lines(method, bodies, id);
                        });
        return bodies;
    }

    private static Optional<Type> request(Method method) {
        return method.isAnnotationPresent(RequestBody.class)
                ? Optional.empty()
                : Arrays.stream(method.getParameters())
                        .filter(parameter -> !parameter.isAnnotationPresent(PathParam.class)
                                && !parameter.isAnnotationPresent(QueryParam.class)
                                && !parameter.isAnnotationPresent(BeanParam.class))
                        .map(Parameter::getParameterizedType)
                        .findFirst();
    }

    private static Optional<Type> response(Method method) {
        Type type = method.getGenericReturnType();
        if (type == void.class || type == StreamingOutput.class) {
            return Optional.empty();
        }
        return Optional.of(
                type instanceof ParameterizedType wrapped && wrapped.getRawType() == RestResponse.class
                        ? wrapped.getActualTypeArguments()[0]
                        : type);
    }

    /** Streams say themselves what a line is. */
    private static void lines(Method method, Map<String, Type> bodies, String id) {
        if (method.isAnnotationPresent(RequestBody.class)) {
            bodies.put(
                    id + ".request.ndjson",
                    line(method.getAnnotation(RequestBody.class).content()));
        }
        if (method.isAnnotationPresent(APIResponse.class)) {
            for (Content content : method.getAnnotation(APIResponse.class).content()) {
                switch (content.mediaType()) {
                    case "application/x-ndjson" ->
                        bodies.put(id + ".response.ndjson", content.schema().implementation());
                    case "text/csv" -> bodies.put(id + ".response.csv", String.class);
                    default -> {} // what the method returns
                }
            }
        }
    }

    private static Type line(Content[] content) {
        return content[0].schema().implementation();
    }
}

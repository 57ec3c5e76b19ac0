package dev.lifering.http.openapi;

import dev.lifering.http.Idempotent;
import dev.lifering.http.Refuses;
import dev.lifering.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The resource methods behind the operations, found by the operation id that each states. */
final class Endpoints {
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName PATH_PARAM = DotName.createSimple(PathParam.class);
    private static final DotName QUERY_PARAM = DotName.createSimple(QueryParam.class);
    private static final DotName RESPONSE_STATUS = DotName.createSimple(ResponseStatus.class);

    private final Map<String, Endpoint> byOperationId = new HashMap<>();

    Endpoints(IndexView index) {
        for (AnnotationInstance stated : index.getAnnotations(OPERATION)) {
            AnnotationValue id = stated.value("operationId");
            if (id != null && stated.target().kind() == AnnotationTarget.Kind.METHOD) {
                byOperationId.put(id.asString(), endpoint(stated.target().asMethod()));
            }
        }
    }

    Optional<Endpoint> of(Operation operation) {
        return Optional.ofNullable(operation.getOperationId()).map(byOperationId::get);
    }

    /** An annotation at the method goes before one at the class (Jakarta Annotations §2.11). */
    private static Endpoint endpoint(MethodInfo method) {
        AnnotationInstance refuses = method.annotation(REFUSES);
        boolean ruled = method.hasAnnotation(PERMIT_ALL) || method.hasAnnotation(ROLES_ALLOWED);
        AnnotationInstance open = annotation(method, PERMIT_ALL, ruled);
        AnnotationInstance roles = annotation(method, ROLES_ALLOWED, ruled);
        return new Endpoint(
                open != null,
                roles == null ? List.of() : List.of(roles.value().asStringArray()),
                refuses == null ? List.of() : problems(refuses),
                method.parameters().stream().anyMatch(Endpoints::isOptionalBody),
                method.hasAnnotation(IDEMPOTENT),
                Optional.ofNullable(method.annotation(RESPONSE_STATUS))
                        .map(status -> status.value().asString()));
    }

    /** Of the parameters only the body has no annotation that says where it comes from. */
    private static boolean isOptionalBody(MethodParameterInfo parameter) {
        return parameter.type().hasAnnotation(NULLABLE)
                && !parameter.hasAnnotation(PATH_PARAM)
                && !parameter.hasAnnotation(QUERY_PARAM);
    }

    private static @Nullable AnnotationInstance annotation(MethodInfo method, DotName name, boolean ruled) {
        return ruled ? method.annotation(name) : method.declaringClass().declaredAnnotation(name);
    }

    private static List<ProblemType> problems(AnnotationInstance refuses) {
        return Arrays.stream(refuses.value().asEnumArray())
                .map(ProblemType::valueOf)
                .toList();
    }
}

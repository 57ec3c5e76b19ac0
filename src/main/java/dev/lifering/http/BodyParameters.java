package dev.lifering.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a broken constraint says that the body is missing: the one parameter without an annotation of JAX-RS. */
final class BodyParameters {
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String QUARKUS_REST = "org.jboss.resteasy.reactive.";

    private BodyParameters() {}

    static boolean isMissingBody(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = Violations.nodes(violation.getPropertyPath());
        return violation.getInvalidValue() == null
                && nodes.size() == 2
                && nodes.get(0).getKind() == ElementKind.METHOD
                && nodes.get(1).getKind() == ElementKind.PARAMETER
                && isBody(violation.getRootBeanClass(), nodes);
    }

    private static boolean isBody(Class<?> resource, List<Path.Node> nodes) {
        Path.MethodNode called = nodes.get(0).as(Path.MethodNode.class);
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return method(resource, called)
                .map(method -> method.getParameterAnnotations()[index])
                .filter(annotations -> Arrays.stream(annotations).noneMatch(BodyParameters::binds))
                .isPresent();
    }

    /** The method as written: the class that runs is a generated subclass, which has no annotations. */
    private static Optional<Method> method(Class<?> resource, Path.MethodNode called) {
        Class<?>[] types = called.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(resource, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(called.getName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), types))
                .reduce((generated, written) -> written);
    }

    private static boolean binds(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith(JAX_RS) || name.startsWith(QUARKUS_REST);
    }
}
